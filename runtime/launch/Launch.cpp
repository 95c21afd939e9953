// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "runtime/launch/Launch.h"
#include "findings/Json.h"
#include "runtime/Probe.h"
#include "runtime/Shared.h"
#include "runtime/plan/Planner.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/bit.h"
#include "llvm/Object/ELFObjectFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Program.h"
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

/// What the program inherits.
struct Inherited {
  int Socket, Counters, Planner;
  std::string Libraries; ///< directory of the auditor and the reporter, without characters that part lists
};

/// In the child, before exec.
void prepareEnvironment(const LaunchOptions &O, const Executable &E, const Inherited &I) {
  bool Pointers = O.Pointers || !codeCanBeWritten();
  prepend("LD_AUDIT", I.Libraries + "/" + (Pointers ? PointersAuditorFile : AuditorFile), ':');
  prepend("LD_PRELOAD", I.Libraries + "/" + ReporterFile, ':');
  ::setenv(SocketVariable, std::to_string(I.Socket).c_str(), 1);
  ::setenv(CountersVariable, std::to_string(I.Counters).c_str(), 1);
  ::setenv(PlansVariable, O.Plans.c_str(), 1);
  ::setenv(PlannerVariable, std::to_string(I.Planner).c_str(), 1);
  ::setenv(LibrariesVariable, join(toolkitLibraries(), ":").c_str(), 1);
  std::string Options = "s" + std::to_string(O.StallMs) + "m" + std::to_string(O.MaxReports);
  if (O.First != AtReport::Go)
    Options += O.First == AtReport::Abort ? 'a' : 't';
  if (O.FollowChildren)
    Options += 'f';
  if (O.Pointers)
    Options += 'p';
  ::setenv(OptionsVariable, Options.c_str(), 1);
  auto Needs = [&](StringRef Library) {
    return any_of(E.Needs, [&](const std::string &N) { return StringRef(N).starts_with(Library); });
  };
  // AddressSanitizer wants to be the first library, ThreadSanitizer more static thread-local storage than auditors
  // leave.
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

/// LD_PRELOAD and LD_AUDIT know no quoting: a space or a colon ends a path. A link with a plain name stands for such a
/// directory.
class PlainDirectory {
public:
  explicit PlainDirectory(const std::string &Of) : Path(Of) {
    char Name[] = "/tmp/offmain-XXXXXX";
    if (Of.find_first_of(" :;$\t\n") == std::string::npos || !::mkdtemp(Name))
      return;
    Made = Name;
    Path = Made + "/lib";
    if (::symlink(Of.c_str(), Path.c_str()) != 0)
      Path = Of;
  }
  ~PlainDirectory() {
    if (Made.empty())
      return;
    ::unlink((Made + "/lib").c_str());
    ::rmdir(Made.c_str());
  }
  std::string Path;

private:
  std::string Made;
};

/// A request of the auditor's (see PlannerVariable). In a process of its own: what the planner reads is the program's.
void makePlan(const LaunchOptions &O, StringRef Request) {
  auto [Library, Id] = Request.rsplit('\n');
  if (Id.empty() || !all_of(Id, isHexDigit))
    return;
  std::string Plan = O.Plans + "/" + Id.str(), Problem;
  sys::ExecuteAndWait(O.Planner, {O.Planner, PlannerCommand, Library, Plan}, std::nullopt,
                      {StringRef(), StringRef(), std::nullopt}, 0, 0, &Problem);
}

Error failed(const Twine &What) { return createStringError(What + ": " + std::strerror(errno)); }

} // namespace

std::string uncheckable(StringRef Program) {
  struct stat S;
  if (::stat(Program.str().c_str(), &S) == 0 &&
      (((S.st_mode & S_ISUID) && S.st_uid != ::geteuid()) || ((S.st_mode & S_ISGID) && S.st_gid != ::getegid())))
    return "it runs with another user's rights, and the system ignores LD_AUDIT and LD_PRELOAD for such programs; "
           "check a copy "
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

namespace {

/// What a launch holds open, on our side.
struct Channels {
  int Messages[2] = {-1, -1}, Requests[2] = {-1, -1}, Shared = -1;
  Counters *Table = nullptr;
  ~Channels() {
    for (int D : {Messages[0], Messages[1], Requests[0], Requests[1], Shared})
      if (D >= 0)
        ::close(D);
    if (Table)
      ::munmap(Table, sizeof(Counters));
  }
  Error open();
  void closeTheirs() {
    for (int *D : {&Messages[1], &Requests[1]}) {
      ::close(*D);
      *D = -1;
    }
  }
};

Error Channels::open() {
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, Messages) != 0 ||
      ::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, Requests) != 0)
    return failed("cannot make a socket");
  Shared = ::memfd_create("offmain-counters", MFD_CLOEXEC);
  if (Shared < 0 || ::ftruncate(Shared, sizeof(Counters)) != 0)
    return failed("cannot make shared memory");
  void *Got = ::mmap(nullptr, sizeof(Counters), PROT_READ | PROT_WRITE, MAP_SHARED, Shared, 0);
  if (Got == MAP_FAILED)
    return failed("cannot map shared memory");
  Table = static_cast<Counters *>(Got);
  Table->Version = CountersVersion;
  int Room = 1 << 20;
  ::setsockopt(Messages[1], SOL_SOCKET, SO_SNDBUF, &Room, sizeof(Room));
  return Error::success();
}

/// The child's side: does not return.
[[noreturn]] void become(char *const *Words, const LaunchOptions &O, const Executable &E, const Channels &C,
                         const std::string &Libraries, const SignalsOfProgram &Signals) {
  for (auto &[S, Handler] : Signals.Before) // nohup's SIG_IGN is inherited
    ::signal(S, Handler == SIG_IGN ? SIG_IGN : SIG_DFL);
  ::signal(SIGPIPE, SIG_DFL);
  // Copies are without close-on-exec.
  prepareEnvironment(O, E, {::dup(C.Messages[1]), ::dup(C.Shared), ::dup(C.Requests[1]), Libraries});
  ::execv(Words[0], Words);
  int Code = errno;
  const char *Why = std::strerror(Code);
  (void)!::write(STDERR_FILENO, Why, std::strlen(Why));
  (void)!::write(STDERR_FILENO, "\n", 1);
  ::_exit(Code == ENOENT ? 127 : 126);
}

/// One message; the answer, if the program waits for one, names the site: several may wait.
void handle(StringRef Bytes, int Socket, const LaunchOptions &O, function_ref<bool(const json::Object &)> OnMessage) {
  auto Parsed = parseJson(MemoryBufferRef(Bytes, "message"));
  if (!Parsed) {
    consumeError(Parsed.takeError());
    return;
  }
  const json::Object *Message = Parsed->getAsObject();
  if (!Message)
    return;
  bool Go = OnMessage(*Message);
  if (O.First == AtReport::Go || Message->getString("is") != "call")
    return;
  Answer A{uint32_t(Message->getInteger("site").value_or(0)), Go ? 'g' : 'x'};
  (void)!::send(Socket, &A, sizeof(A), MSG_NOSIGNAL);
}

/// Until the program has ended and said all. Its status.
int listen(pid_t Program, const Channels &C, const LaunchOptions &O,
           function_ref<bool(const json::Object &)> OnMessage) {
  int Status = 0;
  std::vector<char> Buffer(64 << 10);
  bool Running = true;
  pollfd Wait[] = {{C.Messages[0], POLLIN, 0}, {C.Requests[0], POLLIN, 0}};
  while (true) {
    int Ready = ::poll(Wait, 2, Running ? 100 : 0);
    if (Ready > 0 && Wait[1].revents) {
      ssize_t N = ::recv(C.Requests[0], Buffer.data(), Buffer.size(), 0);
      if (N > 0) {
        makePlan(O, StringRef(Buffer.data(), N));
        StringRef Id = StringRef(Buffer.data(), N).rsplit('\n').second;
        (void)!::send(C.Requests[0], Id.data(), Id.size(), MSG_NOSIGNAL);
      } else if (!(N < 0 && errno == EINTR)) {
        Wait[1].fd = -1; // nobody can ask any more
      }
    }
    if (Ready > 0 && Wait[0].revents) {
      ssize_t N = ::recv(C.Messages[0], Buffer.data(), Buffer.size(), 0);
      if (N > 0)
        handle(StringRef(Buffer.data(), N), C.Messages[0], O, OnMessage);
      if (N > 0 || (N < 0 && errno == EINTR))
        continue;
      // All ends are closed: nothing more comes.
      while (Running && ::waitpid(Program, &Status, 0) < 0 && errno == EINTR)
        ;
      return Status;
    }
    // Children that outlive the program may keep the socket open.
    if (!Running && Ready <= 0)
      return Status;
    if (Running && ::waitpid(Program, &Status, WNOHANG) == Program)
      Running = false;
  }
}

} // namespace

Expected<Ended> launch(ArrayRef<std::string> Command, const LaunchOptions &O,
                       function_ref<bool(const json::Object &)> OnMessage) {
  Channels C;
  if (Error E = C.open())
    return std::move(E);
  Executable E = inspect(Command[0]);
  std::vector<char *> Words;
  for (const std::string &W : Command)
    Words.push_back(const_cast<char *>(W.c_str()));
  Words.push_back(nullptr);
  PlainDirectory Libraries(O.Libraries);
  SignalsOfProgram Signals;
  Child = ::fork();
  if (Child < 0)
    return failed("cannot start a process");
  if (Child == 0)
    become(Words.data(), O, E, C, Libraries.Path, Signals);
  C.closeTheirs();
  Ended End;
  End.Status = listen(Child, C, O, OnMessage);
  Child = 0;
  for (const SiteCounter &S : C.Table->Sites)
    End.Sites.push_back({S.Count.load(), S.WorstMs.load(), S.TotalMs.load(), unsigned(popcount(S.Threads.load()))});
  End.Lost = C.Table->Lost.load();
  return End;
}

} // namespace offmain::rt
