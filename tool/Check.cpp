// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// `offmain check`: from a compile database to findings.
#include "driver/Fixing.h"
#include "driver/Output.h"
#include "tool/Commands.h"

using namespace llvm;

namespace offmain::tool {

namespace {

/// What to do with fixes.
struct Fixing {
  bool Write = false, Show = false;
  std::string Export; ///< FILE of --export-fixes
  bool Failed = false; ///< something could not be written
  bool wanted() const { return Write || Show || !Export.empty(); }
};

void addFixOptions(Command &C, Fixing &F) {
  C.Options.insert(C.Options.end(),
                   {flag("--fix", "write the fixes that were verified into the sources, and report what is left", F.Write),
                    flag("--fix-dry-run", "print them as a unified diff instead of results; with --format=sarif\nas parts of the results", F.Show),
                    text("--export-fixes", "FILE", "write them for clang-apply-replacements", F.Export)});
}

Error exportFixes(const Fixes &Found, StringRef File) {
  std::string Bytes;
  raw_string_ostream OS(Bytes);
  fix::printReplacements(Found.Edits, Found.Before.empty() ? "" : Found.Before.begin()->first, OS);
  return writeOutput(File, Bytes);
}

/// Tries fixes and shows or writes them. Nothing: what is left is to be reported, or all with Made beside it.
std::optional<int> fixFindings(const Project &Units, const Analysis &A, Fixing &How, const Options &O, const Settings &S,
                               const Presentation &P, const World &W, Stopwatch &T, FixTexts &Made) {
  auto Found = judge(A, O, S, W, T);
  if (!Found)
    return fail(Found.takeError());
  auto Fixes = findFixes(Units, A, Found->R, O, S, W, T);
  if (!Fixes)
    return fail(Fixes.takeError());
  tellFixes(*Fixes, Found->R, W);
  if (!How.Export.empty())
    if (Error E = exportFixes(*Fixes, How.Export))
      return fail(std::move(E));
  if (How.Write) {
    if (Error E = writeFixes(*Fixes, W)) {
      *W.Log << "offmain: error: " << toString(std::move(E)) << '\n';
      How.Failed = true;
    }
    return std::nullopt;
  }
  for (const FixRow &Row : Fixes->Rows)
    if (!Row.Title.empty())
      Made[Row.Fingerprint] = {Row.Title, Row.Edits};
  if (!How.Show || P.As == Format::Sarif)
    return std::nullopt;
  std::string Bytes;
  raw_string_ostream OS(Bytes);
  printFixes(*Fixes, W.Directory, OS);
  if (Error E = writeOutput(P.Output, Bytes))
    return fail(std::move(E));
  if (Error E = tellRun(A, *Found, O, W, T))
    return fail(std::move(E));
  return exitCode(Found->R, S.Fail);
}

} // namespace

int runCheck(Arguments A) {
  Options O;
  Presentation P;
  Command C{
      "offmain check [options] [FILE...]",
      "Analyzes the program that a compile database describes and reports GUI work off the main thread and work\n"
      "that blocks it. With FILEs only findings in these are reported; the whole program is analyzed all the same.",
      {},
      "exit codes: 0 nothing at or above --fail-on; 1 findings; 2 bad usage or configuration;\n"
      "3 some units could not be analyzed (they are listed; findings win)"};
  addAnalysisOptions(C, O);
  addResultOptions(C, O, P);
  Fixing How;
  addFixOptions(C, How);
  if (auto Exit = parseOrExit(C, A, O.Files))
    return *Exit;

  World W = realWorld();
  Stopwatch T;
  Settings S;
  int Failed = ExitClean;
  auto Units = loadProject(O, W, S, T, Failed);
  if (!Units)
    return Failed;
  if (auto Exit = printUnits(*Units, P))
    return *Exit;
  Project Kept;
  if (How.wanted())
    Kept = {Units->Views, Units->Requests};
  Analysis Result = analyze(std::move(*Units), std::move(S.Models), T);
  FixTexts Made;
  if (How.wanted()) {
    if (auto Exit = fixFindings(Kept, Result, How, O, S, P, W, T, Made))
      return *Exit;
    if (How.Write) { // what the sources say now
      auto Again = analyzeProject(O, W, S, T, Failed);
      if (!Again)
        return Failed;
      int Code = report(*Again, O, S, P, W, T);
      return Code || !How.Failed ? Code : ExitUsage;
    }
  }
  return report(Result, O, S, P, W, T, std::move(Made));
}

} // namespace offmain::tool
