// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a run tells on standard error: notes, lost units, and with --stats where the time went. Nothing here goes into a
// result.
#include "driver/Output.h"
#include "driver/Run.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/TimeProfiler.h"
#include <sys/resource.h>

using namespace llvm;

namespace offmain {

static double cpuSeconds() {
  double Sum = 0;
  for (auto Who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
    rusage Usage;
    ::getrusage(Who, &Usage);
    for (const timeval &T : {Usage.ru_utime, Usage.ru_stime})
      Sum += double(T.tv_sec) + double(T.tv_usec) / 1e6;
  }
  return Sum;
}

Stopwatch::Lap::Lap(Stopwatch &W, StringRef Name)
    : W(W), Time{Name.str(), 0, 0}, Cpu(cpuSeconds()), Wall(std::chrono::steady_clock::now()) {
  timeTraceProfilerBegin(Time.Name, StringRef());
}

Stopwatch::Lap::~Lap() {
  Time.WallSeconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - Wall).count();
  Time.CpuSeconds = cpuSeconds() - Cpu;
  timeTraceProfilerEnd();
  W.Times.push_back(Time);
}

void startTrace() { timeTraceProfilerInitialize(/*TimeTraceGranularity=*/0, "offmain"); }

Error writeTrace(StringRef Path) {
  SmallString<0> Text;
  raw_svector_ostream OS(Text);
  timeTraceProfilerWrite(OS);
  timeTraceProfilerCleanup();
  return writeOutput(Path, Text);
}

void tellUnits(const UnitSet &Units, const World &W) {
  raw_ostream &Log = *W.Log;
  for (const std::string &Note : Units.Notes)
    Log << "offmain: note: " << Note << '\n';
  // A database of another machine is thousands of lines that say the same; results hold them all.
  constexpr size_t Shown = 50;
  for (const IncompleteUnit &U : ArrayRef(Units.Incomplete).take_front(Shown)) {
    Log << shownPath(U.File, W.Directory) << ": warning: " << U.Reason;
    if (U.At.Line)
      Log << " (" << shownPath(U.At.File, W.Directory) << ':' << U.At.Line << ':' << U.At.Column << ')';
    Log << '\n';
  }
  if (Units.Incomplete.size() > Shown)
    Log << "offmain: note: and " << Units.Incomplete.size() - Shown << " more such units; --format=json lists all\n";
}

static void tellSharing(const SharingStats &S, const World &W) {
  raw_ostream &Log = *W.Log;
  Log << "shared headers: " << S.Made << " sets made, " << S.Kept << " kept from before; " << S.Used << " units used one, "
      << S.FellBack.size() << " fell back, " << S.Alone << " had none\n";
  for (const std::string &Why : S.NotMade)
    Log << "  not made for " << Why << '\n';
  for (StringRef Unit : S.FellBack) {
    auto [File, Why] = Unit.split(": ");
    Log << "  " << shownPath(File, W.Directory) << ": not shared: " << Why << '\n';
  }
}

void tellStats(const UnitSet &Units, const Outcome *Found, ArrayRef<PhaseTime> Times, const World &W) {
  raw_ostream &Log = *W.Log;
  Log << "units: " << Units.Total << " (" << Units.FromCache << " from the cache, " << Units.Parsed << " parsed, "
      << Units.Incomplete.size() << " incomplete)\n";
  Log << "facts: " << Units.FactsBytes << " bytes, " << (Units.Total ? Units.FactsBytes / Units.Total : 0)
      << " a unit; files looked at: " << Units.FilesSeen << '\n';
  if (Units.Parsed)
    tellSharing(Units.Sharing, W);
  if (Found) {
    Log << "findings: " << Found->R.Findings.size() << " reported, " << Found->Suppressed << " suppressed, "
        << Found->InBaseline << " in the baseline\n";
    for (const findings::UnusedSuppression &U : Found->Unused)
      Log << shownPath(U.At.File, W.Directory) << ':' << U.At.Line << ':' << U.At.Column << ": note: unused " << U.Text
          << '\n';
  }
  for (const PhaseTime &T : Times)
    Log << "time: " << format("%-9s", T.Name.c_str())
        << format("%8.3f s wall, %8.3f s cpu", T.WallSeconds, T.CpuSeconds) << '\n';
  rusage Usage;
  ::getrusage(RUSAGE_SELF, &Usage);
  Log << "memory: " << Usage.ru_maxrss / 1024 << " MB";
  ::getrusage(RUSAGE_CHILDREN, &Usage);
  if (Usage.ru_maxrss)
    Log << ", largest worker " << Usage.ru_maxrss / 1024 << " MB";
  Log << '\n';
}

} // namespace offmain
