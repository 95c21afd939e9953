// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The order of the phases: the one place that knows it.
//
//   settings ─▶ database ─▶ units (cache, workers) ─▶ link ─▶ solve ─▶ checks ─▶ findings ─▶ report
//
// Each phase gets values and gives a value; what the world is (files, working directory, where to talk to the user)
// comes in as a World, so that a language server or a test can bring another.
#ifndef OFFMAIN_DRIVER_RUN_H
#define OFFMAIN_DRIVER_RUN_H

#include "checks/Checks.h"
#include "driver/Config.h"
#include "driver/Units.h"
#include "emit/Emit.h"
#include "findings/Globs.h"
#include "findings/Suppress.h"
#include "link/Program.h"
#include "solve/Solution.h"
#include <chrono>
#include <memory>

namespace offmain {

/// The outside of a run.
struct World {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS;
  std::string Directory;      ///< the working directory, absolute
  llvm::raw_ostream *Log;     ///< messages to the user
  bool LogIsTerminal = false; ///< shows a progress bar
};

/// What the command line asks for; what it leaves open the configuration decides.
struct Options {
  std::string Database;                ///< -p
  std::vector<std::string> Files;      ///< report only these
  std::string ConfigFile;              ///< --config; "": found upward
  std::vector<std::string> ModelFiles; ///< --models
  std::optional<std::string> Checks;
  std::optional<Confidence> AtLeast;
  std::optional<FailOn> Fail;
  std::optional<unsigned> Jobs;
  std::optional<std::string> CacheDirectory;
  bool UseCache = true;
  bool Share = true; ///< precompiled headers
  unsigned TimeLimitSeconds = 120;
  unsigned MemoryLimitMegabytes = DefaultMemoryLimitMegabytes;
  std::string Baseline, WriteBaseline, ChangedSince;
  std::vector<std::string> Confirm; ///< --confirm
  std::string Trace; ///< --trace
  bool Stats = false;
  bool ExplainCache = false; ///< -d cache
  bool ThroughText = false;  ///< --facts-form=text
};

/// Options with the configuration merged in.
struct Settings {
  Globs Checks, Exclude;
  Confidence AtLeast = Confidence::Medium;
  FailOn Fail = Level::Warning;
  unsigned Jobs = 1;
  std::string CacheDirectory;     ///< "": no cache
  std::vector<std::string> Files; ///< absolute
  std::vector<Finding> Seen;      ///< by runs of the program
  ModelSet Models;
};

/// How long a phase took.
struct PhaseTime {
  std::string Name;
  double WallSeconds = 0, CpuSeconds = 0; ///< CPU includes workers that have ended
};

/// Runs phases and keeps their times.
class Stopwatch {
public:
  template <class Phase> auto operator()(llvm::StringRef Name, Phase &&P) {
    Lap L(*this, Name);
    return P();
  }
  llvm::ArrayRef<PhaseTime> times() const { return Times; }

private:
  class Lap {
  public:
    Lap(Stopwatch &W, llvm::StringRef Name);
    ~Lap();

  private:
    Stopwatch &W;
    PhaseTime Time;
    double Cpu;
    std::chrono::steady_clock::time_point Wall;
  };
  std::vector<PhaseTime> Times;
};

/// Everything up to the solution. The program stays where it is: the solution refers to it.
struct Analysis {
  UnitSet Units;
  std::unique_ptr<const Program> P;
  std::unique_ptr<const Solution> S;
};

/// What check gives: a report, and what --stats tells besides.
struct Outcome {
  Report R;
  unsigned Suppressed = 0, InBaseline = 0;
  std::vector<findings::UnusedSuppression> Unused;
};

llvm::Expected<Settings> settle(const Options &O, const World &W);
llvm::Expected<UnitSet> loadUnits(const Options &O, const Settings &S, const World &W, Stopwatch &T);
/// Links and solves. Takes the models out of the settings.
Analysis analyze(UnitSet Units, ModelSet Models, Stopwatch &T);
/// What the selected rules say, as they say it.
std::vector<Finding> selectedFindings(const Program &P, const Solution &S, const Settings &Wanted);
llvm::Expected<Outcome> judge(const Analysis &A, const Options &O, const Settings &S, const World &W, Stopwatch &T);

/// Findings win over incompleteness: 1 findings at or above the level, 3 something was not analyzed, 0 neither.
int exitCode(const Report &R, FailOn Fail);

/// Writes the spans of phases and units, for chrome://tracing and the like. Needs startTrace() at the start.
void startTrace();
llvm::Error writeTrace(llvm::StringRef Path);

/// Tells what was skipped, lost or dropped.
void tellUnits(const UnitSet &Units, const World &W);
void tellStats(const UnitSet &Units, const Outcome *Found, llvm::ArrayRef<PhaseTime> Times, const World &W);

std::vector<RuleText> ruleTexts();
extern const char *const VersionText;

} // namespace offmain

#endif
