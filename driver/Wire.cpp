// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Wire.h.
#include "driver/Wire.h"
#include "llvm/Support/Endian.h"
#include <cerrno>
#include <unistd.h>

using namespace llvm;

namespace offmain {

namespace {

constexpr uint32_t Magic = 0x4D574D4F; // "OMWM"
constexpr size_t HeaderSize = 8;
constexpr uint32_t MaxMessage = 1u << 30;

class Writer {
public:
  Writer() {
    u32(Magic);
    u32(0);
  }
  void u32(uint32_t V) {
    char Buffer[4];
    support::endian::write32le(Buffer, V);
    Bytes.append(Buffer, 4);
  }
  void text(StringRef T) {
    u32(T.size());
    Bytes += T;
  }
  void list(const std::vector<std::string> &L) {
    u32(L.size());
    for (const std::string &T : L)
      text(T);
  }
  std::string finish() {
    support::endian::write32le(Bytes.data() + 4, Bytes.size() - HeaderSize);
    return std::move(Bytes);
  }

private:
  std::string Bytes;
};

class Reader {
public:
  explicit Reader(StringRef Bytes) : Rest(Bytes) {}
  bool done() const { return Ok && Rest.empty(); }
  uint32_t u32() {
    if (Rest.size() < 4)
      return Ok = false, 0;
    uint32_t V = support::endian::read32le(Rest.data());
    Rest = Rest.drop_front(4);
    return V;
  }
  std::string text() {
    size_t Size = u32();
    if (Size > Rest.size())
      return Ok = false, std::string();
    std::string Result = Rest.take_front(Size).str();
    Rest = Rest.drop_front(Size);
    return Result;
  }
  std::vector<std::string> list() {
    std::vector<std::string> Result;
    for (uint32_t Count = u32(); Ok && Count; --Count)
      Result.push_back(text());
    return Result;
  }

private:
  StringRef Rest;
  bool Ok = true;
};

} // namespace

std::string encode(const ExtractRequest &Request) {
  Writer W;
  W.text(Request.Directory);
  W.text(Request.File);
  W.list(Request.Arguments);
  return W.finish();
}

std::optional<ExtractRequest> decodeRequest(StringRef Fields) {
  Reader R(Fields);
  ExtractRequest Request;
  Request.Directory = R.text();
  Request.File = R.text();
  Request.Arguments = R.list();
  if (!R.done())
    return std::nullopt;
  return Request;
}

std::string encode(const ExtractResult &Result) {
  Writer W;
  W.text(Result.Facts);
  W.list(Result.Reads);
  W.list(Result.Absent);
  W.list(Result.Listed);
  W.list(Result.Notes);
  W.u32(Result.Errors);
  W.text(Result.FatalMessage);
  return W.finish();
}

std::optional<ExtractResult> decodeResult(StringRef Fields) {
  Reader R(Fields);
  ExtractResult Result;
  Result.Facts = R.text();
  Result.Reads = R.list();
  Result.Absent = R.list();
  Result.Listed = R.list();
  Result.Notes = R.list();
  Result.Errors = R.u32();
  Result.FatalMessage = R.text();
  if (!R.done())
    return std::nullopt;
  return Result;
}

Frame nextFrame(StringRef Bytes) {
  Frame F;
  if (Bytes.size() < HeaderSize)
    return F;
  uint32_t Length = support::endian::read32le(Bytes.data() + 4);
  if (support::endian::read32le(Bytes.data()) != Magic || Length > MaxMessage) {
    F.Is = Frame::State::Garbage;
    return F;
  }
  if (Bytes.size() - HeaderSize < Length)
    return F;
  F.Is = Frame::State::Whole;
  F.Fields = Bytes.substr(HeaderSize, Length);
  F.Size = HeaderSize + Length;
  return F;
}

bool writeAll(int File, StringRef Bytes) {
  while (!Bytes.empty()) {
    ssize_t N = ::write(File, Bytes.data(), Bytes.size());
    if (N < 0 && errno == EINTR)
      continue;
    if (N <= 0)
      return false;
    Bytes = Bytes.drop_front(N);
  }
  return true;
}

static bool readExactly(int File, char *Into, size_t Size) {
  while (Size) {
    ssize_t N = ::read(File, Into, Size);
    if (N < 0 && errno == EINTR)
      continue;
    if (N <= 0)
      return false;
    Into += N;
    Size -= N;
  }
  return true;
}

bool readMessage(int File, std::string &Fields) {
  char Header[HeaderSize];
  if (!readExactly(File, Header, HeaderSize) || support::endian::read32le(Header) != Magic)
    return false;
  uint32_t Length = support::endian::read32le(Header + 4);
  if (Length > MaxMessage)
    return false;
  Fields.resize(Length);
  return readExactly(File, Fields.data(), Length);
}

} // namespace offmain
