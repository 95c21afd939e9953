// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The half of the runtime checker that lives in the program's own namespace (it is preloaded): decides whether a hooked
// call is wrong, and tells `offmain run` once a place.
//
//   hook ─▶ onCall ─▶ right thread? lock held? ─▶ whose call? (stack) ─▶ new place? ─▶ message
//
// Linked to nothing but libc: the program may be C, and may bring any C++ library.
#include "runtime/reporter/Affinity.h"
#include "runtime/reporter/GdkLock.h"
#include "runtime/reporter/Gui.h"
#include "runtime/reporter/Message.h"
#include "runtime/reporter/Sites.h"
#include "runtime/reporter/Stall.h"
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

using namespace offmain::rt;

extern "C" __attribute__((visibility("default"))) Shared offmain_rt_shared = {SharedVersion, {}, {}, {}, {}, {}};

namespace {

enum class Mode { Log, Abort, Trap };
Mode OnReport = Mode::Log;
bool FollowChildren = false;
int Socket = -1;
int Inherited[3] = {-1, -1, -1}; ///< descriptors that children are not to have

/// What a thread is in the middle of.
struct ThreadState {
  bool Inside = false;                   ///< in the reporter itself
  const uint64_t *Outer = nullptr;       ///< the wrong call whose insides are running: where its return address stands,
  uint64_t OuterReturn = 0;              ///< and what it was
  uint64_t StackBegin = 0, StackEnd = 0; ///< of the thread's own stack; 0, 0: not asked yet
};
thread_local ThreadState Mine __attribute__((tls_model("initial-exec")));

const char *nameOf(const HookedLibrary &L, const Hook &H) {
  return reinterpret_cast<const char *>(L.Plan) + L.Plan->Names + H.Name;
}

const char *ruleOf(const Hook &H) {
  if (H.Flags & LockTake)
    return "gdk-threads-deprecated";
  if (H.Flags & Dies)
    return "qt-thread-destroyed";
  if (H.Flags & Affine)
    return "qobject-wrong-thread";
  if (H.Flags & (Learns | Loop))
    return "main-loop-off-main-thread";
  return H.Toolkit == 1 ? "gtk-off-main-thread" : "qt-off-main-thread";
}

/// Is this call made by the toolkit in the course of a wrong call that was told already?
bool insideOuter(const CallFrame &From) {
  if (!Mine.Outer || From.Return >= Mine.Outer)
    return false;
  // A coroutine's stack may be gone by now: only the thread's own is sure to be there.
  if (!Mine.StackEnd) {
    pthread_attr_t Attributes;
    void *Begin = nullptr;
    size_t Size = 0;
    if (pthread_getattr_np(pthread_self(), &Attributes) != 0)
      return false;
    pthread_attr_getstack(&Attributes, &Begin, &Size);
    pthread_attr_destroy(&Attributes);
    Mine.StackBegin = reinterpret_cast<uint64_t>(Begin);
    Mine.StackEnd = Mine.StackBegin + Size;
  }
  auto Own = [](const uint64_t *P) {
    auto At = reinterpret_cast<uint64_t>(P);
    return At >= Mine.StackBegin && At < Mine.StackEnd;
  };
  return Own(From.Return) && Own(Mine.Outer) && *Mine.Outer == Mine.OuterReturn;
}

/// After a report: does the user want the program to end, or the debugger to have a look?
void obey(uint32_t Site) {
  if (OnReport == Mode::Log)
    return;
  // Other threads, and processes that share the socket, wait for answers as well: only our own is taken.
  // One whose process has ended stands in the way for good.
  Answer A;
  for (unsigned Tries = 0;; ++Tries) {
    ssize_t N = recv(Socket, &A, sizeof(A), MSG_PEEK);
    if (N < 0 && errno == EINTR)
      continue;
    if (N != sizeof(A) || Tries == 5000) // nobody is there
      return;
    if (A.Site == Site)
      break;
    timespec Short{0, 1000000};
    nanosleep(&Short, nullptr);
  }
  (void)!recv(Socket, &A, sizeof(A), 0);
  if (A.Go == 'g') // suppressed, or known
    return;
  if (OnReport == Mode::Trap)
    raise(SIGTRAP);
  else
    abort();
}

void report(const HookedLibrary &L, const Hook &H, const CallFrame &From, const char *Why) {
  // A call straight from the program that was seen before needs no stack.
  uint64_t Caller = *From.Return;
  const Module *M = moduleOf(Caller - 1);
  Site At;
  if (M && M->Is == Owner::Program && knownSite(siteKey(Caller, 1), At)) {
    Mine.Outer = From.Return;
    Mine.OuterReturn = Caller;
    count(At);
    return;
  }
  if (M && M->Is != Owner::Program && M->Is != Owner::Interpreter && insideOuter(From))
    return;
  Stack S;
  unwind(From, S);
  for (unsigned I = 0; I < S.Count; ++I)
    if (!moduleOf(S.Pc[I] - 1)) {
      refreshModules();
      break;
    }
  unsigned First = firstOfProgram(S, true);
  if (First == S.Count)
    return; // the toolkit's own thread
  PythonStack Python;
  const Module *Program = moduleOf(S.Pc[First] - 1);
  uint64_t Line = 0;
  if (Program && Program->Is == Owner::Interpreter) {
    pythonStack(Python);
    Line = Python.line();
    if (!Line)
      return; // the interpreter's own doing
  }
  Mine.Outer = From.Return;
  Mine.OuterReturn = Caller;
  if (!siteOf(siteKey(Line ? Line : S.Pc[First], 1), At))
    return;
  count(At);
  if (!At.New)
    return;
  char Thread[32] = "";
  pthread_getname_np(pthread_self(), Thread, sizeof(Thread));
  Message T("call");
  T.number("site", At.Number);
  T.text("rule", ruleOf(H));
  T.text("function", nameOf(L, H));
  T.number("tid", uint64_t(syscall(SYS_gettid)));
  T.text("thread", Thread);
  if (*Why)
    T.text("why", Why);
  T.flag("note", H.Flags & (Noted | LockTake));
  T.stack(S);
  T.python(Python);
  T.send();
  obey(At.Number);
}

/// GTK takes the GDK lock itself, in its main loop.
bool calledByToolkit(const CallFrame &From) {
  const Module *M = moduleOf(*From.Return - 1);
  if (!M) {
    refreshModules();
    M = moduleOf(*From.Return - 1);
  }
  for (uint32_t I = 0, N = offmain_rt_shared.Count.load(std::memory_order_acquire); M && I < N; ++I)
    if (offmain_rt_shared.Libraries[I].Base == M->Base)
      return true;
  return false;
}

void onLock(const HookedLibrary &L, const Hook &H, const CallFrame &From) {
  if (H.Flags & LockTake) {
    gdkLockTaken();
    // That it is used at all is worth a note, once a place.
    if (guiThread() && !calledByToolkit(From))
      report(L, H, From, "");
  } else if (H.Flags & LockGive) {
    gdkLockGiven();
  } else if (H.Flags & LockMade) {
    gdkLockMade();
  }
}

/// The checker is for this program, not for what it starts. A script that only starts the program never has a GUI.
void leaveEnvironment() {
  for (const char *Name : {"LD_AUDIT", SocketVariable, CountersVariable, OptionsVariable, PlansVariable,
                           PlannerVariable, LibrariesVariable})
    unsetenv(Name);
  for (int Each : Inherited)
    if (Each >= 0)
      fcntl(Each, F_SETFD, FD_CLOEXEC);
  // Somebody else may be preloaded as well.
  const char *Preloads = getenv("LD_PRELOAD");
  if (!Preloads)
    return;
  static char Left[4096];
  size_t Size = 0;
  for (const char *At = Preloads; *At;) {
    size_t N = strcspn(At, ": ");
    bool Ours = N && memmem(At, N, ReporterFile, strlen(ReporterFile));
    if (N && !Ours && Size + N + 2 < sizeof(Left)) {
      if (Size)
        Left[Size++] = ':';
      memcpy(Left + Size, At, N);
      Size += N;
    }
    At += N + (At[N] != 0);
  }
  Left[Size] = 0;
  if (Size)
    setenv("LD_PRELOAD", Left, 1);
  else
    unsetenv("LD_PRELOAD");
}

void decide(const HookedLibrary &L, const Hook &H, const CallFrame &From) {
  if (H.Flags & (LockTake | LockGive | LockMade)) {
    onLock(L, H, From);
    return;
  }
  if (H.Flags & (LoopWaits | LoopTurns)) {
    if (guiThread() == threadPointer())
      (H.Flags & LoopWaits ? loopWaits : loopTurns)(*From.Return);
    return;
  }
  if (!guiThread()) {
    if (H.Flags & Learns) {
      setGuiThread(nameOf(L, H));
      if (!FollowChildren)
        leaveEnvironment();
    }
    return;
  }
  if (H.Flags & (Affine | Dies)) {
    const char *Why = (H.Flags & Dies) ? deathTrouble(From) : affinityTrouble(L, H, From);
    if (*Why)
      report(L, H, From, Why);
    return;
  }
  if (guiThread() == threadPointer()) {
    tellLibraries(); // one that was loaded since
    return;
  }
  uint64_t Text = L.Base + L.Plan->TextBegin, End = L.Base + L.Plan->TextEnd;
  if ((H.Flags & FromOutside) && *From.Return >= Text && *From.Return < End)
    return;
  if (!((H.Flags & GdkKit) && gdkLockHeld())) // which makes the call legal
    report(L, H, From, "");
}

void onCall(const HookedLibrary &L, const Hook &H, const CallFrame &From) {
  if (Mine.Inside)
    return;
  Mine.Inside = true;
  int Errno = errno; // the auditor's is another: it has a libc of its own
  decide(L, H, From);
  errno = Errno;
  Mine.Inside = false;
}

int descriptor(const char *Variable) {
  const char *Text = getenv(Variable);
  return Text && *Text ? atoi(Text) : -1;
}

__attribute__((constructor)) void start() {
  Socket = descriptor(SocketVariable);
  unsigned MostTold = MaxSites;
  const char *Options = getenv(OptionsVariable);
  for (const char *At = Options ? Options : ""; *At; ++At) {
    if (*At == 'a')
      OnReport = Mode::Abort;
    else if (*At == 't')
      OnReport = Mode::Trap;
    else if (*At == 'f')
      FollowChildren = true;
    else if (*At == 's')
      setStallLimit(unsigned(atoi(At + 1)));
    else if (*At == 'm')
      MostTold = unsigned(atoi(At + 1));
  }
  int Table = descriptor(CountersVariable);
  Inherited[0] = Socket;
  Inherited[1] = Table;
  Inherited[2] = descriptor(PlannerVariable);
  openCounters(Table, MostTold);
  setSocket(Socket);
  bool Stacks = startUnwinding();
  refreshModules();
  Message M("start");
  M.flag("stacks", Stacks);
  M.number("pid", uint64_t(getpid()));
  M.libraries();
  M.text("trouble", offmain_rt_shared.Trouble);
  M.send();
  offmain_rt_shared.OnCall.store(onCall, std::memory_order_release);
}

} // namespace
