// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "runtime/reporter/Message.h"
#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>

extern "C" offmain::rt::Shared offmain_rt_shared;

namespace offmain::rt {

static std::atomic<int> Socket{-1};
static ino_t SocketInode;

/// The descriptor is still the one that was inherited: whoever started the program may have closed it, and the program
/// opened something of its own in its place.
static bool stillOurs(int Descriptor) {
  struct stat S;
  return fstat(Descriptor, &S) == 0 && S_ISSOCK(S.st_mode) && S.st_ino == SocketInode;
}

void setSocket(int Descriptor) {
  int Type = 0;
  socklen_t Size = sizeof(Type);
  struct stat S;
  if (Descriptor < 0 || getsockopt(Descriptor, SOL_SOCKET, SO_TYPE, &Type, &Size) != 0 || Type != SOCK_SEQPACKET ||
      fstat(Descriptor, &S) != 0)
    return;
  SocketInode = S.st_ino;
  Socket.store(Descriptor);
}

/// The end of a message always has room.
static constexpr size_t Reserve = 64;

void Message::raw(const char *Text) {
  size_t N = strlen(Text);
  if (Size + N + Reserve > Room)
    return;
  memcpy(Bytes + Size, Text, N);
  Size += N;
}

void Message::decimal(uint64_t Value) {
  char Digits[24];
  char *At = Digits + sizeof(Digits) - 1;
  *At = 0;
  do
    *--At = char('0' + Value % 10);
  while (Value /= 10);
  raw(At);
}

/// Bytes that are no UTF-8 go as they are: paths need not be text, and the reader knows (findings/Json.h).
void Message::quoted(const char *Text) {
  if (Size + 6 * strlen(Text) + 2 + Reserve > Room) {
    raw("\"\""); // and if there is no room at all, nothing
    return;
  }
  Bytes[Size++] = '"';
  for (; *Text; ++Text) {
    auto C = static_cast<unsigned char>(*Text);
    if (C == '"' || C == '\\') {
      Bytes[Size++] = '\\';
      Bytes[Size++] = char(C);
    } else if (C < 0x20) {
      static const char Hex[] = "0123456789abcdef";
      const char Escape[] = {'\\', 'u', '0', '0', Hex[C >> 4], Hex[C & 15]};
      memcpy(Bytes + Size, Escape, sizeof(Escape));
      Size += sizeof(Escape);
    } else {
      Bytes[Size++] = char(C);
    }
  }
  Bytes[Size++] = '"';
}

void Message::key(const char *Key) {
  raw(Size > 1 ? ",\"" : "\"");
  raw(Key);
  raw("\":");
}

Message::Message(const char *Is) {
  void *Got = mmap(nullptr, Room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  Bytes = Got == MAP_FAILED ? nullptr : static_cast<char *>(Got);
  Room = Bytes ? Room : 0; // then nothing fits
  raw("{");
  text("is", Is);
}

Message::~Message() {
  if (Bytes)
    munmap(Bytes, Room);
}

void Message::number(const char *Key, uint64_t Value) {
  key(Key);
  decimal(Value);
}

void Message::text(const char *Key, const char *Value) {
  key(Key);
  quoted(Value);
}

void Message::flag(const char *Key, bool Value) {
  key(Key);
  raw(Value ? "true" : "false");
}

void Message::stack(const Stack &S) {
  key("stack");
  raw("[");
  for (unsigned I = 0; I < S.Count; ++I) {
    // A return address lies behind its call.
    const Module *M = moduleOf(S.Pc[I] - 1);
    raw(I ? ",[" : "[");
    quoted(M ? M->Path : "");
    raw(",");
    decimal(M ? S.Pc[I] - 1 - M->Base : S.Pc[I]);
    raw("]");
  }
  raw("]");
}

void Message::python(const PythonStack &S) {
  if (!S.Count)
    return;
  key("python");
  raw("[");
  for (unsigned I = 0; I < S.Count; ++I) {
    raw(I ? ",[" : "[");
    quoted(S.Frames[I].Function);
    raw(",");
    quoted(S.Frames[I].File);
    raw(",");
    decimal(S.Frames[I].Line);
    raw("]");
  }
  raw("]");
}

void Message::libraries() {
  key("libraries");
  raw("[");
  for (uint32_t I = 0, N = offmain_rt_shared.Count.load(); I < N; ++I) {
    const HookedLibrary &L = offmain_rt_shared.Libraries[I];
    raw(I ? ",{\"path\":" : "{\"path\":");
    quoted(L.Path);
    raw(",\"patched\":");
    decimal(L.Patched);
    raw(",\"refused\":");
    decimal(L.Refused);
    raw("}");
  }
  raw("]");
}

void Message::send() {
  int To = Socket.load(std::memory_order_relaxed);
  if (!Bytes || To < 0 || !stillOurs(To))
    return;
  Bytes[Size++] = '}';
  while (::send(To, Bytes, Size, MSG_NOSIGNAL) < 0 && errno == EINTR)
    ;
}

} // namespace offmain::rt
