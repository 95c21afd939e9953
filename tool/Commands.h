// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The subcommands: one function a file, listed in main.cpp.
#ifndef OFFMAIN_TOOL_COMMANDS_H
#define OFFMAIN_TOOL_COMMANDS_H

#include "driver/Run.h"
#include "tool/Options.h"

namespace offmain::tool {

using Arguments = llvm::ArrayRef<const char *>;

constexpr int ExitClean = 0;
constexpr int ExitUsage = 2;
constexpr int ExitIncomplete = 3;

int runCheck(Arguments A);
int runThreads(Arguments A);
int runExplain(Arguments A);
int runChecksList(Arguments A);
int runModels(Arguments A);
int runDoctor(Arguments A);
int runExtract(Arguments A);
int runLink(Arguments A);
int runRun(Arguments A);
/// Hidden: makes a plan of hooks for a library (see runtime/Shared.h).
int runRuntimePlan(Arguments A);

// --- what several subcommands need
// ------------------------------------------------------------------------------------

/// The machine as it is.
World realWorld();

/// Prints "offmain: error: …" and gives the exit code for bad usage or configuration.
int fail(llvm::Error E);
int fail(const llvm::Twine &Message);

/// How results are printed; shared by check and link.
struct Presentation {
  Format As = Format::Text;
  std::string Output;
  std::string Color = "auto";
  std::string Print;
};

/// Rows for -p, the cache, workers and models.
void addAnalysisOptions(Command &C, Options &O);
/// Rows for the choice of findings and the form of the result.
void addResultOptions(Command &C, Options &O, Presentation &P);

/// Whether to colour what goes to `P.Output`.
bool useColor(const Presentation &P);

/// Runs parse() and deals with --help. Nothing: go on.
std::optional<int> parseOrExit(const Command &C, Arguments A, std::vector<std::string> &Positional);

/// Settings and units, with what there is to tell of them told; the error is printed. Nothing: the exit code is in
/// `Exit`.
std::optional<UnitSet> loadProject(const Options &O, const World &W, Settings &S, Stopwatch &T, int &Exit);

/// loadProject() and on to the solution.
std::optional<Analysis> analyzeProject(const Options &O, const World &W, Settings &S, Stopwatch &T, int &Exit);

/// What --trace and --stats ask for, once a run is over.
llvm::Error tellRun(const Analysis &A, const Outcome &Found, const Options &O, const World &W, Stopwatch &T);

/// From an analysis to the printed result and the exit code: the second half of check and of link. The fixes are printed
/// by formats that can.
int report(const Analysis &A, const Options &O, const Settings &S, const Presentation &P, const World &W, Stopwatch &T,
           FixTexts Made = {});

/// `--print=`: phases' products. Nothing when `P.Print` is empty or speaks of a later phase.
std::optional<int> printUnits(const UnitSet &Units, const Presentation &P);

} // namespace offmain::tool

#endif
