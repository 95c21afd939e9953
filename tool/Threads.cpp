// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// `offmain threads`: every thread entry, handler and hand-off that was found, with its place.
#include "driver/Output.h"
#include "tool/Commands.h"

using namespace llvm;

namespace offmain::tool {

int runThreads(Arguments A) {
  Options O;
  std::vector<std::string> Rest;
  std::string Output;
  bool All = false;
  Command C{"offmain threads [options]",
            "Lists the places where threads begin: entries, spawners and callbacks of library threads, one a line:\n"
            "place: context: function (how it starts).",
            {},
            ""};
  addAnalysisOptions(C, O);
  C.Options.push_back(flag("--all", "list the handlers of the main loop, too", All));
  C.Options.push_back(text("-o", "FILE", "where the list goes (default: standard output)", Output));
  if (auto Exit = parseOrExit(C, A, Rest))
    return *Exit;
  if (!Rest.empty())
    return fail("threads takes no FILE");
  World W = realWorld();
  Settings S;
  Stopwatch T;
  int Exit = ExitClean;
  auto Result = analyzeProject(O, W, S, T, Exit);
  if (!Result)
    return Exit;
  std::string Text;
  raw_string_ostream OS(Text);
  for (const EntryPoint &E : Result->S->entries()) {
    if (!All && (maskOf(E.Context) & MainMask))
      continue;
    SourcePlace At = sourcePlace(*Result->P, E.At);
    OS << shownPath(At.File, W.Directory) << ':' << At.Line << ':' << At.Column << ": " << describe(E.Context) << ": "
       << Result->P->name(E.Function) << " (" << E.How << ")\n";
  }
  if (Error E = writeOutput(Output, Text))
    return fail(std::move(E));
  if (O.Stats)
    tellStats(Result->Units, nullptr, T.times(), W);
  return Result->Units.Incomplete.empty() ? ExitClean : ExitIncomplete;
}

} // namespace offmain::tool
