// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Run.h.
#include "driver/Run.h"
#include "cache/Cache.h"
#include "driver/Changed.h"
#include "findings/Baseline.h"
#include "findings/Confirm.h"
#include "findings/Findings.h"
#include "findings/RunFile.h"
#include "link/Link.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Threading.h"

using namespace llvm;

namespace offmain {

// --- settings
// ---------------------------------------------------------------------------------------------------------

static Error addModelFile(ModelSet &Models, vfs::FileSystem &FS, const std::string &Path) {
  auto Buffer = FS.getBufferForFile(Path);
  if (!Buffer)
    return createStringError("cannot read models '%s': %s", Path.c_str(), Buffer.getError().message().c_str());
  return Models.add(MemoryBufferRef((*Buffer)->getBuffer(), Path));
}

static Expected<ModelSet> loadModels(const Options &O, const Config &C, const World &W) {
  ModelSet Models = ModelSet::builtin();
  for (const std::string &File : C.ModelFiles)
    if (Error E = addModelFile(Models, *W.FS, File))
      return E;
  if (!C.Models.empty())
    if (Error E = Models.add(MemoryBufferRef(C.Models, C.Path)))
      return E;
  for (const std::string &File : O.ModelFiles)
    if (Error E = addModelFile(Models, *W.FS, absolutePath(File, W.Directory)))
      return E;
  return Models;
}

static Expected<Config> loadConfig(const Options &O, const World &W) {
  if (O.ConfigFile.empty())
    return findConfig(*W.FS, W.Directory);
  std::string Path = absolutePath(O.ConfigFile, W.Directory);
  auto Buffer = W.FS->getBufferForFile(Path);
  if (!Buffer)
    return createStringError("cannot read '%s': %s", O.ConfigFile.c_str(), Buffer.getError().message().c_str());
  return parseConfig(MemoryBufferRef((*Buffer)->getBuffer(), Path));
}

/// A list of rules that no rule matches is a mistake worth stopping for.
static Error checkRuleGlobs(const Globs &Checks) {
  if (Checks.empty() || any_of(rules(), [&](const Rule &R) { return Checks.matches(R.Id); }))
    return Error::success();
  return createStringError("no rule is left by the list of checks; 'offmain checks' lists the rules");
}

static Error resolveFiles(const Options &O, const World &W, std::vector<std::string> &Files) {
  for (const std::string &File : O.Files) {
    std::string Path = absolutePath(File, W.Directory);
    auto Status = W.FS->status(Path);
    if (!Status || Status->isDirectory())
      return createStringError("'%s' is not a file; FILE arguments name the sources to report on", File.c_str());
    Files.push_back(Path);
    SmallString<256> Real;
    if (!W.FS->getRealPath(Path, Real) && Real != Path)
      Files.push_back(std::string(Real));
  }
  return Error::success();
}

/// Read before the analysis, so that a wrong file is told at once.
static Error loadRuns(const Options &O, const World &W, std::vector<Finding> &Seen) {
  SourceText Sources(W.FS);
  for (const std::string &File : O.Confirm) {
    auto Buffer = W.FS->getBufferForFile(absolutePath(File, W.Directory));
    if (!Buffer)
      return createStringError("cannot read '%s': %s", File.c_str(), Buffer.getError().message().c_str());
    auto Read = findings::readRunFile(MemoryBufferRef((*Buffer)->getBuffer(), File), Sources);
    if (!Read)
      return Read.takeError();
    append_range(Seen, std::move(*Read));
  }
  return Error::success();
}

Expected<Settings> settle(const Options &O, const World &W) {
  auto C = loadConfig(O, W);
  if (!C)
    return C.takeError();
  auto Models = loadModels(O, *C, W);
  if (!Models)
    return Models.takeError();
  Settings S;
  S.Models = std::move(*Models);
  auto Checks = Globs::parse(O.Checks.value_or(C->Checks.value_or("")));
  if (!Checks)
    return Checks.takeError();
  S.Checks = std::move(*Checks);
  if (Error E = checkRuleGlobs(S.Checks))
    return E;
  for (const std::string &Glob : C->Exclude)
    if (Error E = S.Exclude.add(Glob))
      return E;
  S.AtLeast = O.AtLeast.value_or(C->AtLeast.value_or(Confidence::Medium));
  S.Fail = O.Fail.value_or(C->Fail.value_or(FailOn(Level::Warning)));
  S.Jobs = O.Jobs.value_or(C->Jobs.value_or(get_cpus()));
  if (O.UseCache)
    S.CacheDirectory = O.CacheDirectory ? absolutePath(*O.CacheDirectory, W.Directory)
                                        : C->CacheDirectory.value_or(cache::defaultDirectory());
  if (Error E = resolveFiles(O, W, S.Files))
    return E;
  if (Error E = loadRuns(O, W, S.Seen))
    return E;
  if (!O.ChangedSince.empty()) {
    auto Changed = changedFiles(O.ChangedSince, W.Directory);
    if (!Changed)
      return Changed.takeError();
    S.Files.insert(S.Files.end(), Changed->begin(), Changed->end());
    // Nothing changed is not "no restriction".
    if (S.Files.empty())
      S.Files.push_back("");
  }
  return S;
}

// --- phases
// -----------------------------------------------------------------------------------------------------------

Expected<UnitSet> loadUnits(const Options &O, const Settings &S, const World &W, Stopwatch &T) {
  int64_t Start = cache::fileClockNs();
  auto Database = T("database", [&]() -> Expected<CompileDatabase> {
    auto Path = findDatabase(*W.FS, O.Database, W.Directory);
    if (!Path)
      return Path.takeError();
    return loadDatabase(*W.FS, *Path);
  });
  if (!Database)
    return Database.takeError();

  UnitOptions U;
  U.Workers.Jobs = S.Jobs;
  U.Workers.TimeLimitSeconds = O.TimeLimitSeconds;
  U.Workers.MemoryLimitMegabytes = O.MemoryLimitMegabytes;
  U.CacheDirectory = S.CacheDirectory;
  U.RunStartNs = Start;
  U.Share = O.Share;
  U.ExplainMisses = O.Stats || O.ExplainCache;
  U.ThroughText = O.ThroughText;
  auto Units = T("units", [&] {
    return collectUnits(*Database, W.FS, U, [&](size_t Done, size_t All) {
      if (W.LogIsTerminal)
        *W.Log << "\r[" << Done << "/" << All << "]" << (Done == All ? "\r\033[K" : "");
    });
  });
  if (!Units)
    return Units.takeError();
  Units->Notes.insert(Units->Notes.begin(), Database->Notes.begin(), Database->Notes.end());
  return Units;
}

Analysis analyze(UnitSet Units, ModelSet Models, Stopwatch &T) {
  Analysis A;
  A.Units = std::move(Units);
  // From here on no file is parsed and no new function appears.
  A.P = T("link", [&] { return std::make_unique<const Program>(link(A.Units.Views)); });
  // The program holds copies: the units' bytes are not needed any more.
  A.Units.Views.clear();
  A.S = T("solve", [&] { return std::make_unique<const Solution>(solve(*A.P, std::move(Models))); });
  return A;
}

/// The sources of the project that may hold suppressions.
static std::vector<std::string> projectFiles(const Program &P) {
  std::vector<std::string> Result;
  for (const File &F : P.Files)
    if (!F.Outside)
      Result.push_back(P.text(F.Path).str());
  return Result;
}

static Expected<unsigned> dropKnown(std::vector<Finding> &Findings, const Options &O, const World &W) {
  if (O.Baseline.empty())
    return 0;
  auto Buffer = W.FS->getBufferForFile(absolutePath(O.Baseline, W.Directory));
  if (!Buffer)
    return createStringError("cannot read baseline '%s': %s", O.Baseline.c_str(), Buffer.getError().message().c_str());
  auto Known = findings::readBaseline(MemoryBufferRef((*Buffer)->getBuffer(), O.Baseline));
  if (!Known)
    return Known.takeError();
  return std::erase_if(Findings, [&](const Finding &F) { return Known->contains(F.Fingerprint); });
}

std::vector<Finding> selectedFindings(const Program &P, const Solution &S, const Settings &Wanted) {
  std::vector<StringRef> Ids;
  for (const Rule &Each : rules())
    if (Wanted.Checks.empty() || Wanted.Checks.matches(Each.Id))
      Ids.push_back(Each.Id);
  return runChecks(P, S, Ids);
}

Expected<Outcome> judge(const Analysis &A, const Options &O, const Settings &S, const World &W, Stopwatch &T) {
  Outcome Result;
  Report &R = Result.R;
  std::vector<StringRef> All;
  for (const Rule &Each : rules())
    All.push_back(Each.Id);
  R.Findings = T("checks", [&] { return selectedFindings(*A.P, *A.S, S); });
  auto Done = T("findings", [&]() -> Error {
    findings::normalize(R.Findings);
    findings::identify(R.Findings);
    SourceText Sources(W.FS);
    if (!O.Confirm.empty())
      findings::confirm(R.Findings, S.Seen, Sources);
    // From here on findings only become fewer.
    Result.Unused =
        findings::suppress(R.Findings, Sources, All, O.Stats ? projectFiles(*A.P) : std::vector<std::string>());
    Result.Suppressed = count_if(R.Findings, [](const Finding &F) { return F.Suppressed; });
    findings::Filter Wanted{S.AtLeast, S.Checks, S.Exclude, S.Files, W.Directory};
    findings::filter(R.Findings, Wanted);
    auto Dropped = dropKnown(R.Findings, O, W);
    if (!Dropped)
      return Dropped.takeError();
    Result.InBaseline = *Dropped;
    return Error::success();
  });
  if (Done)
    return Done;
  R.Rules = ruleTexts();
  R.Incomplete = A.Units.Incomplete;
  R.Units = A.Units.Total;
  R.Directory = W.Directory;
  R.Version = VersionText;
  return Result;
}

int exitCode(const Report &R, FailOn Fail) {
  if (Fail && any_of(R.Findings, [&](const Finding &F) { return F.Severity >= *Fail; }))
    return 1;
  return R.Incomplete.empty() ? 0 : 3;
}

std::vector<RuleText> ruleTexts() {
  std::vector<RuleText> Result;
  for (const Rule &R : rules())
    Result.push_back({R.Id.str(), R.DefaultLevel, R.Summary.str(), R.Page.str()});
  return Result;
}

} // namespace offmain
