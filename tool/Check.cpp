// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// `offmain check`: from a compile database to findings.
#include "tool/Commands.h"

using namespace llvm;

namespace offmain::tool {

/// Options of the contract that this build has not got; better than "unknown option".
static void addLaterOptions(Command &C) {
  for (StringRef Spelling : {"--fix", "--fix-dry-run"})
    C.Options.push_back({Spelling.str(), "", "", [](StringRef) -> std::string { return "is not available yet"; }});
  C.Options.push_back({"--export-fixes", "FILE", "", [](StringRef) -> std::string { return "is not available yet"; }});
}

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
  addLaterOptions(C);
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
  Analysis Result = analyze(std::move(*Units), std::move(S.Models), T);
  return report(Result, O, S, P, W, T);
}

} // namespace offmain::tool
