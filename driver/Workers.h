// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Extraction in worker processes, so that a crash or a hang of the parser costs one unit.
//
//   driver ──request──▶ worker 1..N (this executable again, `extract-worker`) ──reply──▶ driver
//
// A worker handles many units one after the other; one that dies or overstays is replaced. Rejected: threads with
// clang's crash recovery (a corrupted heap stays in the process, a hang cannot be ended at all), and one process a unit
// (start-up of the clang libraries is 20-40 ms, a tenth of a small unit).
#ifndef OFFMAIN_DRIVER_WORKERS_H
#define OFFMAIN_DRIVER_WORKERS_H

#include "driver/Wire.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Compiler.h"
#include <string>

namespace offmain {

/// The hidden subcommand a worker runs as.
constexpr char WorkerCommand[] = "extract-worker";
/// A source can make the parser read without end (`#include "/dev/zero"`); real units stay far below this. Sanitizers
/// reserve address space by the terabyte.
constexpr unsigned DefaultMemoryLimitMegabytes = LLVM_ADDRESS_SANITIZER_BUILD || LLVM_THREAD_SANITIZER_BUILD ? 0 : 4096;

/// A worker that finds no more memory ends with this.
constexpr int OutOfMemoryExitCode = 77;

struct WorkerOptions {
  std::string Executable = "/proc/self/exe";
  unsigned Jobs = 1;
  unsigned TimeLimitSeconds = 120;                             ///< for one unit, wall clock
  unsigned MemoryLimitMegabytes = DefaultMemoryLimitMegabytes; ///< address space of a worker; 0: none
};

struct UnitOutcome {
  ExtractResult Result;
  std::string Failure; ///< "the parser crashed (…)"; then Result is empty
};

/// Where workers' tasks come from. All on the calling thread.
class TaskSource {
public:
  virtual ~TaskSource() = default;
  /// What an idle worker is to do next, under a number of the source's own; nothing: nothing now. It is asked again after each
  /// `done`.
  virtual std::optional<std::pair<size_t, Task>> next() = 0;
  /// The answer, or why there is none.
  virtual void done(size_t Number, Answer Got, std::string Failure) = 0;
};

/// Has workers do all that the source gives. The error says why no worker could be started at all.
std::string runAll(TaskSource &Source, const WorkerOptions &Options);

/// All of a list; `OnDone` gets each once, in the order they end.
std::string runAll(llvm::ArrayRef<Task> Tasks, const WorkerOptions &Options,
                   llvm::function_ref<void(size_t, Answer, std::string Failure)> OnDone);

/// Extracts all units; `OnDone` gets each once, in the order they end, on the calling thread. The error says why no
/// worker could be started at all. Wants interrupt::install() before: a worker can be gone when its request is written.
std::string extractAll(llvm::ArrayRef<ExtractRequest> Units, const WorkerOptions &Options,
                       llvm::function_ref<void(size_t, UnitOutcome)> OnDone);

/// The worker's side: answers requests until the pipe ends. Returns the exit code.
int runWorker();

} // namespace offmain

#endif
