// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "runtime/reporter/Stall.h"
#include "runtime/reporter/Gui.h"
#include "runtime/reporter/Message.h"
#include "runtime/reporter/Python.h"
#include "runtime/reporter/Resume.h"
#include "runtime/reporter/Sites.h"
#include <dlfcn.h>
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

namespace offmain::rt {

namespace {

unsigned LimitMs = 250;
/// When the loop became busy, in ns of the monotonic clock; 0: it waits, or has not begun.
std::atomic<uint64_t> BusySince{0};
/// An address in the loop's code.
std::atomic<uint64_t> LoopPc{0};
/// A loop without GLib has said that it is about to wait: the next ppoll() is where it does.
std::atomic<bool> AboutToWait{false};

/// The watchdog has found the loop waiting time and again, and rests until it turns: nobody is woken for a program that
/// idles.
std::atomic<bool> Resting{false};
sem_t Turned;

Stack Seen;       ///< what the signal handler saw
uint64_t SeenFor; ///< the busy time it was taken in
Blocked SeenIn;   ///< what the thread waited in before
sem_t Taken;
void *GuiPython = nullptr;

using PollFunction = int (*)(void *, unsigned, int);
PollFunction Poll = nullptr;

uint64_t now() {
  timespec T;
  clock_gettime(CLOCK_MONOTONIC, &T);
  return uint64_t(T.tv_sec) * 1000000000u + uint64_t(T.tv_nsec);
}

int watchedPoll(void *Files, unsigned Count, int Timeout) {
  BusySince.store(0, std::memory_order_relaxed);
  int Result = Poll(Files, Count, Timeout);
  int Errno = errno;
  loopTurns(reinterpret_cast<uint64_t>(__builtin_return_address(0)));
  errno = Errno;
  return Result;
}

/// On the GUI thread, where it stalls.
void takeStack(int, siginfo_t *, void *Context) {
  int Errno = errno;
  auto *U = static_cast<ucontext_t *>(Context);
  SeenFor = BusySince.load();
  unwind(*U, Seen);
  makeAgain(SeenIn, *U);
  sem_post(&Taken);
  errno = Errno;
}

int stallSignal() { return SIGRTMAX - 3; }

/// Has the GUI thread look where it is. False if it went on meanwhile.
bool look(uint64_t Since) {
  while (sem_trywait(&Taken) == 0)
    ; // an answer that came too late
  SeenIn = blockedIn(guiThreadId());
  if (syscall(SYS_tgkill, getpid(), guiThreadId(), stallSignal()) != 0)
    return false;
  timespec Until;
  clock_gettime(CLOCK_REALTIME, &Until);
  Until.tv_sec += 2;
  while (sem_timedwait(&Taken, &Until) != 0)
    if (errno != EINTR)
      return false;
  refreshModules();
  return SeenFor == Since;
}

void send(const Site &At, uint64_t Ms, bool Ended, const PythonStack &Python) {
  Message M("stall");
  M.number("site", At.Number);
  M.number("ms", Ms);
  M.number("tid", uint64_t(guiThreadId()));
  M.flag("ended", Ended);
  M.stack(Seen);
  M.python(Python);
  M.send();
}

/// Tells of a stall that has gone on for a limit, and how long it lasted in the end.
void tell(uint64_t Since) {
  if (!look(Since))
    return;
  unsigned First = firstOfProgram(Seen, false);
  if (First == Seen.Count)
    return; // the toolkit's own work: layout, shaders
  if (!cutAtLoop(Seen, First, LoopPc.load()))
    return; // it does not run the loop any more
  // Who holds the GIL lets go of it within some milliseconds, unless it is in native code.
  constexpr unsigned GilMs = 200;
  PythonStack Python;
  bool Late = askPython(GuiPython) && !pythonAnswer(Python, GilMs);
  Site At;
  if (!siteOf(siteKey(Seen.Pc[First], 2 + Python.line()), At))
    return;
  auto Ms = [&] { return (now() - Since) / 1000000; };
  // A thread that hangs has to be told of before somebody ends the program.
  constexpr uint64_t HangsMs = 2000;
  bool Told = false;
  while (BusySince.load() == Since) {
    timespec Short{0, 5000000};
    nanosleep(&Short, nullptr);
    if (!Told && At.New && Ms() > HangsMs) {
      send(At, Ms(), false, Python);
      Told = true;
    }
  }
  uint64_t Lasted = Ms();
  if (Late)
    pythonAnswer(Python, GilMs);
  At.Counter->Count.fetch_add(1);
  At.Counter->TotalMs.fetch_add(Lasted);
  uint64_t Worst = At.Counter->WorstMs.load();
  bool Worse = Lasted > Worst;
  while (Lasted > Worst && !At.Counter->WorstMs.compare_exchange_weak(Worst, Lasted))
    ;
  if (At.New || Worse)
    send(At, Lasted, true, Python);
}

void rest() {
  Resting.store(
      true); // before BusySince is looked at, and loopTurns() the other way round: one of the two sees the other
  if (!BusySince.load())
    while (sem_wait(&Turned) != 0)
      ; // a signal
  Resting.store(false);
}

void *watch(void *) {
  pthread_setname_np(pthread_self(), "offmain-watch");
  uint64_t Limit = uint64_t(LimitMs) * 1000000u;
  constexpr unsigned EnoughIdle = 2;
  for (unsigned Idle = 0;;) {
    timespec Half{time_t(Limit / 2 / 1000000000u), long(Limit / 2 % 1000000000u)};
    nanosleep(&Half, nullptr);
    uint64_t Since = BusySince.load();
    if (Since && now() - Since > Limit)
      tell(Since);
    Idle = Since ? 0 : Idle + 1;
    if (Idle < EnoughIdle)
      continue;
    rest();
    Idle = 0;
  }
  return nullptr;
}

} // namespace

void setStallLimit(unsigned Milliseconds) { LimitMs = Milliseconds; }

void loopWaits(uint64_t Pc) {
  LoopPc.store(Pc, std::memory_order_relaxed);
  AboutToWait.store(true, std::memory_order_relaxed);
}

void loopTurns(uint64_t Pc) {
  AboutToWait.store(false, std::memory_order_relaxed);
  LoopPc.store(Pc, std::memory_order_relaxed);
  BusySince.store(now());
  if (Resting.load() && Resting.exchange(false))
    sem_post(&Turned);
}

void watchMainLoop() {
  if (!LimitMs || sem_init(&Taken, 0, 0) != 0 || sem_init(&Turned, 0, 0) != 0)
    return;
  GuiPython = pythonThread();
  using Get = PollFunction (*)(void *);
  using Set = void (*)(void *, PollFunction);
  auto GetPoll = reinterpret_cast<Get>(symbol("g_main_context_get_poll_func", "libglib-2.0.so"));
  auto SetPoll = reinterpret_cast<Set>(symbol("g_main_context_set_poll_func", "libglib-2.0.so"));
  if (GetPoll && SetPoll) {
    Poll = GetPoll(nullptr);
    SetPoll(nullptr, watchedPoll);
  }
  struct sigaction Action = {};
  Action.sa_sigaction = takeStack;
  Action.sa_flags = SA_SIGINFO | SA_RESTART;
  sigaction(stallSignal(), &Action, nullptr);
  // Signals of the program are for its own threads.
  sigset_t All, Before;
  sigfillset(&All);
  pthread_sigmask(SIG_BLOCK, &All, &Before);
  pthread_t Thread;
  pthread_attr_t Attributes;
  pthread_attr_init(&Attributes);
  pthread_attr_setdetachstate(&Attributes, PTHREAD_CREATE_DETACHED);
  pthread_create(&Thread, &Attributes, watch, nullptr);
  pthread_attr_destroy(&Attributes);
  pthread_sigmask(SIG_SETMASK, &Before, nullptr);
}

} // namespace offmain::rt

using namespace offmain::rt;

/// Qt's own event dispatcher waits in ppoll(), as do many others: it is the loop's when the loop has just said so.
extern "C" __attribute__((visibility("default"))) int ppoll(pollfd *Files, nfds_t Count, const timespec *Timeout,
                                                            const sigset_t *Mask) {
  using Function = int (*)(pollfd *, nfds_t, const timespec *, const sigset_t *);
  static std::atomic<Function> Real{nullptr};
  Function Next = Real.load(std::memory_order_relaxed);
  if (!Next) {
    Next = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "ppoll"));
    Real.store(Next, std::memory_order_relaxed);
  }
  bool Loop = AboutToWait.load(std::memory_order_relaxed) && guiThread() == threadPointer();
  if (Loop)
    BusySince.store(0, std::memory_order_relaxed);
  int Result = Next(Files, Count, Timeout, Mask);
  if (Loop) {
    int Errno = errno;
    loopTurns(LoopPc.load(std::memory_order_relaxed));
    errno = Errno;
  }
  return Result;
}
