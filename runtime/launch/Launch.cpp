// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "runtime/launch/Launch.h"
#include "findings/Json.h"
#include "runtime/Shared.h"
#include "runtime/plan/Planner.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/bit.h"
#include "llvm/Object/ELFObjectFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include <cerrno>
#include <csignal>
#include <cstring>
#include <poll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace llvm;
using namespace llvm::object;

namespace offmain::rt {

namespace {

/// What an ELF file says of how it is started.
struct Executable {
  bool Elf = false, ThisMachine = false, Dynamic = false;
  std::vector<std::string> Needs;
};

Executable inspect(StringRef Program) {
  Executable E;
  auto Buffer = MemoryBuffer::getFile(Program, false, false);
  if (!Buffer || !(*Buffer)->getBuffer().starts_with("\177ELF"))
    return E;
  E.Elf = true;
  auto Object = ObjectFile::createELFObjectFile(**Buffer);
  if (!Object) {
    consumeError(Object.takeError());
    return E;
  }
  auto *File = dyn_cast<ELF64LEObjectFile>(Object->get());
  if (!File || File->getArch() != Triple::x86_64)
    return E;
  E.ThisMachine = true;
  if (auto Headers = File->getELFFile().program_headers())
    for (const auto &H : *Headers)
      E.Dynamic |= H.p_type == ELF::PT_INTERP;
  else
    consumeError(Headers.takeError());
  auto Entries = File->getELFFile().dynamicEntries();
  if (!Entries) {
    consumeError(Entries.takeError());
    return E;
  }
  const char *Strings = nullptr;
  auto Text = [&](uint64_t Address) -> const char * {
    auto At = File->getELFFile().toMappedAddr(Address);
    if (At)
      return reinterpret_cast<const char *>(*At);
    consumeError(At.takeError());
    return nullptr;
  };
  for (const auto &D : *Entries)
    if (D.getTag() == ELF::DT_STRTAB)
      Strings = Text(D.getPtr());
  for (const auto &D : *Entries)
    if (Strings && D.getTag() == ELF::DT_NEEDED)
      E.Needs.push_back(Strings + D.getVal());
  return E;
}

/// Adds `Text` to a list in the environment of the child.
void prepend(const char *Variable, const std::string &Text, char Separator) {
  const char *Before = ::getenv(Variable);
  ::setenv(Variable, Before && *Before ? (Text + Separator + Before).c_str() : Text.c_str(), 1);
}

/// In the child, before exec.
void prepareEnvironment(const LaunchOptions &O, const Executable &E, int Socket, int Counters) {
  prepend("LD_AUDIT", O.Libraries + "/" + AuditorFile, ':');
  prepend("LD_PRELOAD", O.Libraries + "/" + ReporterFile, ':');
  ::setenv(SocketVariable, std::to_string(Socket).c_str(), 1);
  ::setenv(CountersVariable, std::to_string(Counters).c_str(), 1);
  ::setenv(PlansVariable, O.Plans.c_str(), 1);
  ::setenv(PlannerVariable, O.Planner.c_str(), 1);
  ::setenv(LibrariesVariable, join(toolkitLibraries(), ":").c_str(), 1);
  std::string Options = "s" + std::to_string(O.StallMs) + "m" + std::to_string(O.MaxReports);
  if (O.First != AtReport::Go)
    Options += O.First == AtReport::Abort ? 'a' : 't';
  if (O.FollowChildren)
    Options += 'f';
  ::setenv(OptionsVariable, Options.c_str(), 1);
  auto Needs = [&](StringRef Library) {
    return any_of(E.Needs, [&](const std::string &N) { return StringRef(N).starts_with(Library); });
  };
  // AddressSanitizer wants to be the first library, ThreadSanitizer more static thread-local storage than auditors leave.
  if (Needs("libasan"))
    prepend("ASAN_OPTIONS", "verify_asan_link_order=0", ':');
  if (Needs("libtsan"))
    prepend("GLIBC_TUNABLES", "glibc.rtld.optional_static_tls=1048576", ':');
}

pid_t Child = 0;

void passOn(int Signal) {
  if (Child > 0)
    ::kill(Child, Signal);
}

/// While the program runs, the terminal's signals are the program's: it gets them itself.
struct SignalsOfProgram {
  SignalsOfProgram() {
    for (int S : {SIGINT, SIGQUIT})
      Before.push_back({S, ::signal(S, SIG_IGN)});
    for (int S : {SIGTERM, SIGHUP})
      Before.push_back({S, ::signal(S, passOn)});
  }
  ~SignalsOfProgram() {
    for (auto &[S, Handler] : Before)
      ::signal(S, Handler);
  }
  SmallVector<std::pair<int, void (*)(int)>, 4> Before;
};

Error failed(const Twine &What) { return createStringError(What + ": " + std::strerror(errno)); }

} // namespace

std::string uncheckable(StringRef Program) {
  struct stat S;
  if (::stat(Program.str().c_str(), &S) == 0 &&
      (((S.st_mode & S_ISUID) && S.st_uid != ::geteuid()) || ((S.st_mode & S_ISGID) && S.st_gid != ::getegid())))
    return "it runs with another user's rights, and the system ignores LD_AUDIT and LD_PRELOAD for such programs; check a copy "
           "without the set-user-ID bit";
  Executable E = inspect(Program);
  if (!E.Elf)
    return ""; // a script: its interpreter is checked
  if (!E.ThisMachine)
    return "it is no program for x86-64";
  if (!E.Dynamic)
    return "it is statically linked, so there is no dynamic linker to speak to; link the toolkit as a shared library";
  return "";
}

Expected<Ended> launch(ArrayRef<std::string> Command, const LaunchOptions &O,
                       function_ref<bool(const json::Object &)> OnMessage) {
  int Sockets[2];
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, Sockets) != 0)
    return failed("cannot make a socket");
  int Shared = ::memfd_create("offmain-counters", MFD_CLOEXEC);
  if (Shared < 0 || ::ftruncate(Shared, sizeof(Counters)) != 0)
    return failed("cannot make shared memory");
  auto *Table = static_cast<Counters *>(::mmap(nullptr, sizeof(Counters), PROT_READ | PROT_WRITE, MAP_SHARED, Shared, 0));
  if (Table == MAP_FAILED)
    return failed("cannot map shared memory");
  Table->Version = CountersVersion;
  Executable E = inspect(Command[0]);
  std::vector<char *> Words;
  for (const std::string &W : Command)
    Words.push_back(const_cast<char *>(W.c_str()));
  Words.push_back(nullptr);
  int Room = 1 << 20;
  ::setsockopt(Sockets[1], SOL_SOCKET, SO_SNDBUF, &Room, sizeof(Room));
  SignalsOfProgram Signals;
  Child = ::fork();
  if (Child < 0)
    return failed("cannot start a process");
  if (Child == 0) {
    for (auto &[S, Handler] : Signals.Before) // nohup's SIG_IGN is inherited
      ::signal(S, Handler == SIG_IGN ? SIG_IGN : SIG_DFL);
    ::signal(SIGPIPE, SIG_DFL);
    int Socket = ::dup(Sockets[1]), Counters = ::dup(Shared); // without close-on-exec
    prepareEnvironment(O, E, Socket, Counters);
    ::execv(Words[0], Words.data());
    const char *Why = std::strerror(errno);
    (void)!::write(STDERR_FILENO, Why, std::strlen(Why));
    (void)!::write(STDERR_FILENO, "\n", 1);
    ::_exit(errno == ENOENT ? 127 : 126);
  }
  ::close(Sockets[1]);

  Ended End;
  std::vector<char> Buffer(64 << 10);
  bool Running = true;
  while (true) {
    pollfd Wait{Sockets[0], POLLIN, 0};
    int Ready = ::poll(&Wait, 1, Running ? 100 : 0);
    if (Ready > 0) {
      ssize_t N = ::recv(Sockets[0], Buffer.data(), Buffer.size(), 0);
      if (N < 0 && errno == EINTR)
        continue;
      if (N > 0) {
        auto Parsed = parseJson(MemoryBufferRef(StringRef(Buffer.data(), N), "message"));
        bool Go = true;
        const json::Object *Message = Parsed ? Parsed->getAsObject() : nullptr;
        if (Message)
          Go = OnMessage(*Message);
        if (!Parsed)
          consumeError(Parsed.takeError());
        if (O.First != AtReport::Go && Message && Message->getString("is") == "call")
          (void)!::send(Sockets[0], Go ? "g" : "x", 1, MSG_NOSIGNAL);
        continue;
      }
      // All ends are closed: nothing more comes.
      if (Running && ::waitpid(Child, &End.Status, 0) == Child)
        Running = false;
      break;
    }
    // Children that outlive the program may keep the socket open.
    if (!Running)
      break;
    if (::waitpid(Child, &End.Status, WNOHANG) == Child)
      Running = false;
  }
  Child = 0;
  for (unsigned I = 0; I != MaxSites; ++I) {
    const SiteCounter &C = Table->Sites[I];
    End.Sites.push_back({C.Count.load(), C.WorstMs.load(), C.TotalMs.load(), unsigned(popcount(C.Threads.load()))});
  }
  End.Lost = Table->Lost.load();
  ::munmap(Table, sizeof(Counters));
  ::close(Shared);
  ::close(Sockets[0]);
  return End;
}

} // namespace offmain::rt
