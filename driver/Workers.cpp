// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Workers.h: the driver's side. One poll() loop, no threads.
#include "driver/Workers.h"
#include "driver/Interrupt.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/TimeProfiler.h"
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <deque>
#include <fcntl.h>
#include <memory>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace llvm;

namespace offmain {

namespace {

using Clock = std::chrono::steady_clock;

constexpr size_t None = ~size_t(0);
/// The parser recurses over the source; its own guard runs at 8 MB.
constexpr rlim_t WorkerStack = rlim_t(64) << 20;

void limit(int Resource, rlim_t Value) {
  rlimit Limit;
  if (::getrlimit(static_cast<__rlimit_resource>(Resource), &Limit) != 0)
    return;
  Limit.rlim_cur = std::min(Value, Limit.rlim_max);
  ::setrlimit(static_cast<__rlimit_resource>(Resource), &Limit);
}

class Worker {
public:
  ~Worker() { stop(); }

  bool start(const WorkerOptions &Options);
  /// Ends the process; with `Kill` at once, else when it sees that no more requests come. Returns wait()'s status.
  int stop(bool Kill = true);
  bool running() const { return Pid > 0; }
  bool idle() const { return At == None; }
  int replies() const { return FromWorker; }

  /// Hands over a task. A worker that is already dead shows at the next read.
  void assign(size_t Index, Task Next, Clock::time_point Until) {
    At = Index;
    Work = std::move(Next);
    Span = timeTraceAsyncProfilerBegin(Work.Unit.File, StringRef());
    Deadline = Until;
    ++Handled;
    (void)writeAll(ToWorker, encode(Work));
  }
  /// Reads what is there. False at the end of the pipe.
  bool receive();
  std::string lastWords() const;

  /// No longer busy: the task that ends here.
  size_t release() {
    if (Span)
      timeTraceProfilerEnd(Span);
    Span = nullptr;
    return std::exchange(At, None);
  }

  size_t At = None; ///< the task at work
  Task Work;
  unsigned Handled = 0; ///< tasks given to this process
  Clock::time_point Deadline;
  std::string Received;

private:
  void exec(int Requests, int Replies, const WorkerOptions &Options);

  TimeTraceProfilerEntry *Span = nullptr;
  pid_t Pid = -1;
  int ToWorker = -1, FromWorker = -1, Stderr = -1;
};

/// In the child, between fork and exec: only system calls.
void Worker::exec(int Requests, int Replies, const WorkerOptions &Options) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  for (int Signal : {SIGINT, SIGTERM, SIGHUP, SIGPIPE})
    ::signal(Signal, SIG_DFL);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_STACK, WorkerStack);
  if (Options.MemoryLimitMegabytes)
    limit(RLIMIT_AS, rlim_t(Options.MemoryLimitMegabytes) << 20);
  ::dup2(Requests, STDIN_FILENO);
  ::dup2(Replies, STDOUT_FILENO);
  ::dup2(Stderr, STDERR_FILENO);
  char *const Arguments[] = {const_cast<char *>("offmain"), const_cast<char *>(WorkerCommand), nullptr};
  ::execv(Options.Executable.c_str(), Arguments);
  ::_exit(127);
}

bool Worker::start(const WorkerOptions &Options) {
  int Requests[2], Replies[2];
  if (::pipe2(Requests, O_CLOEXEC) != 0)
    return false;
  if (::pipe2(Replies, O_CLOEXEC) != 0) {
    ::close(Requests[0]);
    ::close(Requests[1]);
    return false;
  }
  Stderr = ::memfd_create("offmain-worker-messages", MFD_CLOEXEC);
  Pid = ::fork();
  if (Pid == 0)
    exec(Requests[0], Replies[1], Options);
  ::close(Requests[0]);
  ::close(Replies[1]);
  ToWorker = Requests[1];
  FromWorker = Replies[0];
  ::fcntl(FromWorker, F_SETFL, O_NONBLOCK);
  Received.clear();
  At = None;
  Handled = 0;
  if (Pid > 0)
    interrupt::addChild(Pid);
  return Pid > 0;
}

int Worker::stop(bool Kill) {
  int Status = 0;
  ::close(ToWorker);
  if (Pid > 0) {
    if (Kill)
      ::kill(Pid, SIGKILL);
    while (::waitpid(Pid, &Status, 0) < 0 && errno == EINTR)
      ;
    interrupt::removeChild(Pid);
  }
  ::close(FromWorker);
  ::close(Stderr);
  Pid = ToWorker = FromWorker = Stderr = -1;
  At = None;
  return Status;
}

bool Worker::receive() {
  char Buffer[1 << 16];
  while (true) {
    ssize_t N = ::read(FromWorker, Buffer, sizeof(Buffer));
    if (N > 0)
      Received.append(Buffer, N);
    else if (N < 0 && errno == EINTR)
      continue;
    else
      return N < 0 && errno == EAGAIN;
  }
}

/// The line in which LLVM says why it gave up, if it did.
std::string Worker::lastWords() const {
  char Buffer[4096];
  off_t Size = ::lseek(Stderr, 0, SEEK_END);
  off_t From = std::max<off_t>(0, Size - off_t(sizeof(Buffer)));
  ssize_t N = Size > 0 ? ::pread(Stderr, Buffer, sizeof(Buffer), From) : 0;
  SmallVector<StringRef> Lines;
  StringRef(Buffer, N > 0 ? N : 0).split(Lines, '\n');
  for (StringRef Line : reverse(Lines))
    if (Line.contains("LLVM ERROR: ") || Line.contains("Assertion `"))
      return Line.trim().str();
  return "";
}

class Pool {
public:
  Pool(TaskSource &Source, const WorkerOptions &Options) : Source(Source), Options(Options) {}
  std::string run();

private:
  bool assign();
  void wait();
  void collect(Worker &W);
  void fail(Worker &W, std::string Why);
  void died(Worker &W);
  void overdue(Worker &W);

  TaskSource &Source;
  const WorkerOptions &Options;
  std::deque<std::pair<size_t, Task>> Again; ///< for a fresh worker
  std::vector<std::unique_ptr<Worker>> Workers;
};

std::string signalName(int Signal) {
  const char *Name = ::strsignal(Signal);
  return Name ? Name : "signal " + std::to_string(Signal);
}

} // namespace

std::string Pool::run() {
  for (unsigned I = 0; I != std::max(1u, Options.Jobs); ++I)
    Workers.push_back(std::make_unique<Worker>());
  while (true) {
    if (!assign())
      return "cannot start a worker process: " + std::string(std::strerror(errno));
    bool Busy = any_of(Workers, [](const auto &W) { return !W->idle(); });
    if (!Busy)
      break;
    wait();
  }
  for (auto &W : Workers)
    if (W->running())
      W->stop(/*Kill=*/false);
  return "";
}

/// Gives every idle worker something to do. False when nobody works and nobody can be started.
bool Pool::assign() {
  bool AnyRunning = false, AnyLeft = false;
  for (auto &W : Workers) {
    if (W->idle()) {
      if (Again.empty())
        if (auto Next = Source.next())
          Again.push_back(std::move(*Next));
      if (!Again.empty() && (W->running() || W->start(Options))) {
        auto [Number, Work] = std::move(Again.front());
        Again.pop_front();
        W->assign(Number, std::move(Work), Clock::now() + std::chrono::seconds(Options.TimeLimitSeconds));
      }
    }
    AnyRunning |= W->running();
    AnyLeft |= !Again.empty();
  }
  return AnyRunning || !AnyLeft;
}

void Pool::wait() {
  std::vector<pollfd> Files;
  std::vector<Worker *> Busy;
  auto Soonest = Clock::time_point::max();
  for (auto &W : Workers) {
    if (W->idle())
      continue;
    Files.push_back({W->replies(), POLLIN, 0});
    Busy.push_back(W.get());
    Soonest = std::min(Soonest, W->Deadline);
  }
  auto Left = std::chrono::ceil<std::chrono::milliseconds>(Soonest - Clock::now()).count();
  ::poll(Files.data(), Files.size(), static_cast<int>(std::clamp<int64_t>(Left, 0, 60000)));
  for (size_t I = 0; I != Busy.size(); ++I) {
    if (Files[I].revents)
      collect(*Busy[I]);
    if (!Busy[I]->idle() && Clock::now() >= Busy[I]->Deadline)
      overdue(*Busy[I]);
  }
}

void Pool::collect(Worker &W) {
  bool Open = W.receive();
  Frame F = nextFrame(W.Received);
  if (F.Is == Frame::State::Whole) {
    auto Got = decodeAnswer(F.Fields);
    if (!Got)
      return fail(W, "the worker's answer made no sense");
    W.Received.erase(0, F.Size);
    size_t Index = W.release();
    if (!W.Work.Group.empty())
      W.stop(/*Kill=*/false); // many headers leave much memory behind
    Source.done(Index, std::move(*Got), "");
  } else if (F.Is == Frame::State::Garbage) {
    fail(W, "the worker's answer made no sense");
  } else if (!Open) {
    died(W);
  }
}

void Pool::fail(Worker &W, std::string Why) {
  size_t Index = W.release();
  W.stop();
  Source.done(Index, {}, std::move(Why));
}

void Pool::died(Worker &W) {
  size_t Index = W.release();
  bool First = W.Handled == 1;
  std::string Words = W.lastWords();
  int Status = W.stop(/*Kill=*/false);
  // What came before can be the cause (memory in pieces); a unit is judged by a fresh worker.
  if (!First) {
    Again.push_front({Index, std::move(W.Work)});
    return;
  }
  std::string Why = "the worker ended with status " + std::to_string(WEXITSTATUS(Status));
  if (WIFSIGNALED(Status))
    Why = "the parser crashed (" + signalName(WTERMSIG(Status)) + ")";
  else if (WEXITSTATUS(Status) == OutOfMemoryExitCode)
    Why = "the parser needed more than " + std::to_string(Options.MemoryLimitMegabytes) + " MB of memory";
  else if (WEXITSTATUS(Status) == 127)
    Why = "the worker could not be started";
  if (!Words.empty())
    Why += ": " + Words;
  Source.done(Index, {}, std::move(Why));
}

void Pool::overdue(Worker &W) {
  fail(W, "the parser did not finish within " + std::to_string(Options.TimeLimitSeconds) + " s");
}

std::string runAll(TaskSource &Source, const WorkerOptions &Options) { return Pool(Source, Options).run(); }

std::string runAll(ArrayRef<Task> Tasks, const WorkerOptions &Options,
                   function_ref<void(size_t, Answer, std::string)> OnDone) {
  struct List : TaskSource {
    List(ArrayRef<Task> Tasks, function_ref<void(size_t, Answer, std::string)> OnDone) : Tasks(Tasks), OnDone(OnDone) {}
    std::optional<std::pair<size_t, Task>> next() override {
      if (At == Tasks.size())
        return std::nullopt;
      size_t Number = At++;
      return std::pair(Number, Tasks[Number]);
    }
    void done(size_t Number, Answer Got, std::string Failure) override { OnDone(Number, std::move(Got), std::move(Failure)); }
    ArrayRef<Task> Tasks;
    size_t At = 0;
    function_ref<void(size_t, Answer, std::string)> OnDone;
  } Source(Tasks, OnDone);
  return runAll(Source, Options);
}

std::string extractAll(ArrayRef<ExtractRequest> Units, const WorkerOptions &Options,
                       function_ref<void(size_t, UnitOutcome)> OnDone) {
  std::vector<Task> Tasks;
  for (const ExtractRequest &Unit : Units)
    Tasks.push_back({Unit, {}, {}, {}, {}});
  return runAll(Tasks, Options, [&](size_t Index, Answer Got, std::string Failure) {
    OnDone(Index, {std::move(Got.Unit), std::move(Failure)});
  });
}

} // namespace offmain
