// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// `offmain run`: a program under the runtime checker; and the planner it calls (see runtime/Shared.h).
#include "cache/Cache.h"
#include "driver/Output.h"
#include "emit/Emit.h"
#include "findings/Baseline.h"
#include "findings/Findings.h"
#include "runtime/Shared.h"
#include "runtime/launch/RunReport.h"
#include "runtime/plan/Planner.h"
#include "tool/Commands.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Program.h"
#include <chrono>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace llvm;

namespace offmain::tool {

namespace {

struct RunOptions {
  rt::LaunchOptions Launch;
  Presentation Shown;
  std::string Suppressions, Baseline, NewBaseline, FailOn = "warning";
  unsigned ExitCode = 0;
  bool Abort = false, Trap = false;
};

Command describe(RunOptions &O) {
  Command C{"offmain run [options] -- PROGRAM [ARGUMENTS]",
            "Runs a GTK or Qt program (C, C++ or Python, as it is) and reports each call of the toolkit on a wrong "
            "thread and\n"
            "each stall of its main loop, with its stack. The program's exit status is kept.",
            {},
            "Reports go to standard error as they come, or to -o. See docs/runtime.md."};
  C.Options = {
      {"--format", "FORMAT", "text, sarif or jsonl (default: text)",
       [&O](StringRef V) -> std::string {
         auto F = V == "jsonl" ? std::optional(Format::Json) : parseFormat(V); // Json stands for its lines here
         if (!F || (*F == Format::Json) != (V == "jsonl") ||
             (*F != Format::Text && *F != Format::Sarif && *F != Format::Json))
           return "is not text, sarif or jsonl";
         O.Shown.As = *F;
         return "";
       }},
      text("-o", "FILE", "where reports go (default: standard error)", O.Shown.Output),
      number("--stall-ms", "report the main loop when it is busy for so long; 0: never (default: 250)", 0, 3600000,
             [&O](unsigned N) { O.Launch.StallMs = N; }),
      text("--suppressions", "FILE", "lines of function:, library:, frame:, file: or rule: and a glob", O.Suppressions),
      text("--baseline", "FILE", "report only what is not in this file", O.Baseline),
      text("--write-baseline", "FILE", "write what is found, for --baseline", O.NewBaseline),
      number("--exit-code", "end with this code if there are reports at or above --fail-on", 1, 125,
             [&O](unsigned N) { O.ExitCode = N; }),
      text("--fail-on", "LEVEL", "error, warning, note or never (default: warning)", O.FailOn),
      number("--max-reports", "tell of at most so many places (default: 4096)", 1, rt::MaxSites,
             [&O](unsigned N) { O.Launch.MaxReports = N; }),
      flag("--abort", "end the program at the first report at or above --fail-on", O.Abort),
      flag("--trap", "stop in the debugger at each such report", O.Trap),
      flag("--follow-children", "check the programs it starts as well", O.Launch.FollowChildren),
      flag("--no-code-changes", "hook pointers to functions instead of the functions: sees less", O.Launch.Pointers),
      text("--color", "WHEN", "always, never or auto", O.Shown.Color)};
  return C;
}

/// Where the auditor and the reporter are: in the build tree and installed, beside the executable.
std::string runtimeLibraries(StringRef Executable) {
  StringRef Bin = sys::path::parent_path(Executable);
  for (StringRef Place : {"../lib/offmain", "../runtime"}) {
    SmallString<256> Path(Bin);
    sys::path::append(Path, Place);
    sys::path::remove_dots(Path, true);
    if (sys::fs::exists(Path + "/" + rt::AuditorFile))
      return std::string(Path);
  }
  return "";
}

/// The plans of these models, made by this executable. A directory of its own for each: a plan holds their decisions.
std::string planDirectory(StringRef Executable) {
  std::string Cache = cache::defaultDirectory();
  sys::fs::file_status S;
  if (Cache.empty() || sys::fs::status(Executable, S))
    return "";
  std::string Key = utohexstr(ModelSet::builtinHash(), true) + "-" + utohexstr(S.getSize(), true) + "-" +
                    utohexstr(uint64_t(S.getLastModificationTime().time_since_epoch().count()), true);
  return Cache + "/plans-" + std::to_string(rt::PlanVersion) + "-" + Key;
}

/// Plans of executables and models that nobody has used for a month. Their directory's time is that of the last plan
/// that was added.
void removeOldPlans(StringRef Plans) {
  auto Oldest = std::chrono::system_clock::now() - std::chrono::hours(30 * 24);
  std::error_code EC;
  for (sys::fs::directory_iterator It(sys::path::parent_path(Plans), EC), End; It != End && !EC; It.increment(EC)) {
    auto Status = It->status();
    if (sys::path::filename(It->path()).starts_with("plans-") && It->path() != Plans && Status &&
        Status->getLastModificationTime() < Oldest)
      (void)sys::fs::remove_directories(It->path());
  }
}

/// Text goes out as it is found.
class LiveText {
public:
  LiveText(const Presentation &P, const World &W)
      : Directory(W.Directory), Sources(W.FS), Live(P.As == Format::Text && P.Output.empty()) {
    bool Color = P.Color == "always" || (P.Color != "never" && sys::Process::StandardErrHasColors());
    errs().enable_colors(Live && Color);
  }
  void show(const Finding &F) {
    if (Live)
      emitFindingText(F, Sources, Directory, errs());
  }
  const bool &isLive() const { return Live; }

private:
  std::string Directory;
  SourceText Sources;
  bool Live;
};

int exitCode(int Status) {
  if (WIFEXITED(Status))
    return WEXITSTATUS(Status);
  return 128 + WTERMSIG(Status);
}

void sayHow(int Status) {
  if (WIFSIGNALED(Status))
    errs() << "offmain: the program was ended by signal " << WTERMSIG(Status) << " (" << ::strsignal(WTERMSIG(Status))
           << ")\n";
}

/// What is not to be reported: read before the program runs, so that a mistake in it does not cost a run.
struct Unwanted {
  std::vector<rt::RunSuppression> Suppressions;
  StringSet<> Baseline;
};

Expected<Unwanted> readUnwanted(const RunOptions &O, const World &W) {
  Unwanted U;
  if (!O.Suppressions.empty()) {
    auto Buffer = W.FS->getBufferForFile(O.Suppressions);
    if (!Buffer)
      return createStringError("cannot read '" + O.Suppressions + "': " + Buffer.getError().message());
    auto Read = rt::readRunSuppressions((*Buffer)->getBuffer(), O.Suppressions);
    if (!Read)
      return Read.takeError();
    U.Suppressions = std::move(*Read);
  }
  if (!O.Baseline.empty()) {
    auto Buffer = W.FS->getBufferForFile(O.Baseline);
    if (!Buffer)
      return createStringError("cannot read baseline '" + O.Baseline + "': " + Buffer.getError().message());
    auto Known = findings::readBaseline(MemoryBufferRef((*Buffer)->getBuffer(), O.Baseline));
    if (!Known)
      return Known.takeError();
    U.Baseline = std::move(*Known);
  }
  return U;
}

/// What is left of the findings, as check would: normalized, with fingerprints, less the baseline.
void settle(std::vector<Finding> &Findings, const StringSet<> &Baseline) {
  findings::normalize(Findings);
  findings::identify(Findings);
  std::erase_if(Findings, [&](const Finding &F) { return Baseline.contains(F.Fingerprint); });
}

/// Whether the baseline holds a finding that has just come; `Before` are those that came earlier, and gets it.
bool isKnown(const Finding &F, std::vector<Finding> &Before, const StringSet<> &Baseline) {
  if (Baseline.empty())
    return false;
  Before.push_back(F);
  findings::identify(Before);
  return Baseline.contains(Before.back().Fingerprint);
}

/// Where the libraries, the planner and the plans are; the error says what is missing.
Error findParts(RunOptions &O) {
  O.Launch.Planner = sys::fs::getMainExecutable(nullptr, nullptr);
  O.Launch.Libraries = runtimeLibraries(O.Launch.Planner);
  if (O.Launch.Libraries.empty())
    return createStringError("the runtime libraries (" + Twine(rt::AuditorFile) +
                             ") are not beside this executable; build or install them");
  O.Launch.Plans = planDirectory(O.Launch.Planner);
  if (O.Launch.Plans.empty())
    return createStringError("there is no place for the hooks' plans: set HOME or XDG_CACHE_HOME");
  bool New = !sys::fs::exists(O.Launch.Plans);
  if (auto EC = sys::fs::create_directories(O.Launch.Plans, true, sys::fs::owner_all))
    return createStringError("cannot make '" + O.Launch.Plans + "': " + EC.message());
  if (New)
    removeOldPlans(O.Launch.Plans);
  return Error::success();
}

/// The last lines: stalls, what went wrong with checking, how much there is.
void summarize(const rt::RunReport &Report, const rt::Ended &End, size_t Findings) {
  errs() << Report.stallTable(End);
  if (std::string Why = Report.trouble(); !Why.empty())
    errs() << "offmain: warning: " << Why << '\n';
  errs() << "offmain: " << Findings << (Findings == 1 ? " report" : " reports");
  if (Report.suppressed())
    errs() << ", " << Report.suppressed() << " suppressed";
  if (End.Lost)
    errs() << "; " << End.Lost << " more places than there is room for were not told";
  errs() << "; " << Report.coverage() << '\n';
}

Error writeReport(std::vector<Finding> Findings, const Presentation &P, const World &W) {
  offmain::Report R;
  R.Findings = std::move(Findings);
  R.From = Origin::Run;
  R.Directory = W.Directory;
  R.Version = VersionText;
  for (const Rule &Each : rules())
    R.Rules.push_back({Each.Id.str(), Each.DefaultLevel, Each.Summary.str(), Each.Page.str()});
  std::string Bytes;
  raw_string_ostream OS(Bytes);
  SourceText Sources(W.FS);
  if (P.As == Format::Json)
    emitJsonLines(R, OS);
  else
    emit(R, Sources, {P.As, false}, OS);
  return writeOutput(P.Output, Bytes);
}

} // namespace

int runRun(Arguments A) {
  RunOptions O;
  std::vector<std::string> Command;
  if (auto Exit = parseOrExit(describe(O), A, Command))
    return *Exit;
  if (Command.empty())
    return fail("run needs a program: offmain run -- ./app");
  if (O.Abort && O.Trap)
    return fail("--abort and --trap are two answers to one question");
  auto Level = findings::parseLevel(O.FailOn);
  if (!Level && O.FailOn != "never")
    return fail("--fail-on: '" + O.FailOn + "' is not error, warning, note or never");
  World W = realWorld();
  auto Not = readUnwanted(O, W);
  if (!Not)
    return fail(Not.takeError());
  auto Program = sys::findProgramByName(Command[0]);
  if (!Program) {
    errs() << "offmain: error: cannot find the program '" << Command[0] << "'\n";
    return 127;
  }
  Command[0] = *Program;
  if (Error E = findParts(O))
    return fail(std::move(E));
  O.Launch.First = O.Abort ? rt::AtReport::Abort : O.Trap ? rt::AtReport::Trap : rt::AtReport::Go;
  if (std::string Why = rt::uncheckable(*Program); !Why.empty())
    errs() << "offmain: warning: '" << *Program << "' cannot be checked: " << Why << "; it runs unchecked\n";

  rt::RunReport Report(std::move(Not->Suppressions));
  LiveText Live(O.Shown, W);
  std::vector<Finding> Before;
  auto End = rt::launch(Command, O.Launch, [&](const json::Object &Message) {
    const Finding *F = Report.add(Message);
    if (!F || isKnown(*F, Before, Not->Baseline)) // what is suppressed stops nobody
      return true;
    Live.show(*F);
    return Level && F->Severity < *Level;
  });
  if (!End)
    return fail(End.takeError());
  sayHow(End->Status);
  std::vector<Finding> Findings = Report.finish(*End);
  settle(Findings, Not->Baseline);
  if (!O.NewBaseline.empty()) {
    std::string Bytes;
    raw_string_ostream OS(Bytes);
    findings::writeBaseline(Findings, OS);
    if (Error E = writeOutput(O.NewBaseline, Bytes))
      return fail(std::move(E));
  }
  if (!Live.isLive())
    if (Error E = writeReport(Findings, O.Shown, W))
      return fail(std::move(E));
  summarize(Report, *End, Findings.size());
  bool Fails = Level && any_of(Findings, [&](const Finding &F) { return F.Severity >= *Level; });
  return O.ExitCode && Fails ? int(O.ExitCode) : exitCode(End->Status);
}

int runRuntimePlan(Arguments A) {
  if (A.size() != 2)
    return fail(Twine(rt::PlannerCommand) + " LIBRARY PLAN");
  auto Plan = rt::planLibrary(A[0], ModelSet::builtin());
  if (!Plan)
    return fail(Plan.takeError());
  // The checked program's output is its own: what is left alone is told where no plan is written.
  if (StringRef(A[1]) != "-") {
    Error E = writeOutput(A[1], StringRef(Plan->Bytes.data(), Plan->Bytes.size()));
    return E ? fail(std::move(E)) : ExitClean;
  }
  outs() << A[0] << ": " << Plan->Hooked << " functions to watch, " << Plan->Left.size() << " left alone\n";
  for (auto &[Function, Why] : Plan->Left)
    outs() << Function << ": left alone: " << Why << '\n';
  return ExitClean;
}

} // namespace offmain::tool
