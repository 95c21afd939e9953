// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What several subcommands need: options, the world, and the way from an analysis to a printed result.
#include "driver/Output.h"
#include "facts/Text.h"
#include "findings/Baseline.h"
#include "findings/Findings.h"
#include "tool/Commands.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Process.h"

using namespace llvm;

namespace offmain::tool {

World realWorld() {
  World W;
  W.FS = vfs::createPhysicalFileSystem();
  SmallString<256> Directory;
  if (!sys::fs::current_path(Directory))
    W.Directory = std::string(Directory);
  W.Log = &errs();
  W.LogIsTerminal = sys::Process::StandardErrIsDisplayed();
  return W;
}

int fail(const Twine &Message) {
  errs() << "offmain: error: " << Message << '\n';
  return ExitUsage;
}

int fail(Error E) { return fail(toString(std::move(E))); }

void addAnalysisOptions(Command &C, Options &O) {
  C.Options.insert(
      C.Options.end(),
      {text("-p", "DIR",
            "the folder of compile_commands.json, or the file itself\n(default: the working directory, its"
            " build folder, and those above)",
            O.Database),
       number("-j", "worker processes (default: one a core)", 1, 1024, [&O](unsigned N) { O.Jobs = N; }),
       flag("--no-cache", "neither read nor write the cache of parsed units", O.UseCache, false),
       text("--cache-dir", "DIR", "where that cache is (default: $XDG_CACHE_HOME/offmain)", O.CacheDirectory),
       flag("--no-pch", "do not precompile the headers that units share", O.Share, false),
       text("--config", "FILE", "a configuration instead of the .offmain.yaml found upward", O.ConfigFile),
       texts("--models", "FILE", "more models; may be repeated", O.ModelFiles),
       number("--unit-timeout", "seconds the parser may take for one unit (default: 120)", 1, 1000000,
              [&O](unsigned N) { O.TimeLimitSeconds = N; }),
       number("--unit-memory", "megabytes a worker may take (default: 4096)", 64, 1u << 24,
              [&O](unsigned N) { O.MemoryLimitMegabytes = N; }),
       flag("--stats",
            "tell on standard error where time and memory went, why units missed\nthe cache, and which"
            " suppressions are unused",
            O.Stats),
       text("--trace", "FILE", "write the time of phases and units, as chrome://tracing reads it", O.Trace),
       {"-d", "WHAT", "debugging output on standard error; cache: why units missed it",
        [&O](StringRef V) -> std::string {
          O.ExplainCache |= V == "cache";
          return V == "cache" ? "" : "knows: cache";
        }},
       {"--facts-form", "FORM", "text: pass every unit's facts through their text form (for tests)",
        [&O](StringRef V) -> std::string {
          O.ThroughText = V == "text";
          return V == "text" || V == "binary" ? "" : "is text or binary";
        }}});
}

void addResultOptions(Command &C, Options &O, Presentation &P) {
  std::vector<OptionRow> Rows = {
      {"--format", "FORMAT", "text, sarif, json, gitlab, github or html (default: text)",
       [&P](StringRef V) -> std::string {
         auto F = parseFormat(V);
         P.As = F.value_or(Format::Text);
         return F ? "" : "is one of text, sarif, json, gitlab, github, html";
       }},
      text("-o", "FILE", "where results go (default: standard output)", P.Output),
      text("--checks", "GLOBS", "rules to report: a list of globs, '-' in front takes away", O.Checks),
      {"--confidence", "LEVEL", "least confidence reported: high, medium or low (default: medium)",
       [&O](StringRef V) -> std::string {
         O.AtLeast = findings::parseConfidence(V);
         return O.AtLeast ? "" : "is one of high, medium, low";
       }},
      {"--fail-on", "LEVEL",
       "least level that makes the exit code 1: error, warning, note or\nnever (default: warning)",
       [&O](StringRef V) -> std::string {
         O.Fail = parseFailOn(V);
         return O.Fail ? "" : "is one of error, warning, note, never";
       }},
      text("--baseline", "FILE", "do not report the findings listed in FILE", O.Baseline),
      text("--write-baseline", "FILE", "list the findings of this run in FILE", O.WriteBaseline),
      texts("--confirm", "RUN.sarif",
            "mark what a run of the program has confirmed, and add what only the run\nsaw: a report that 'offmain run"
            " --format=sarif' wrote; may be repeated",
            O.Confirm),
      text("--changed-since", "REV", "report only in files that differ from a git revision", O.ChangedSince),
      {"--color", "WHEN", "auto, always or never",
       [&P](StringRef V) -> std::string {
         P.Color = V.str();
         return V == "auto" || V == "always" || V == "never" ? "" : "is one of auto, always, never";
       }},
      {"--print", "WHAT", "print what a phase made instead of results: facts, program,\ncontexts or findings",
       [&P](StringRef V) -> std::string {
         P.Print = V.str();
         return is_contained({"facts", "program", "contexts", "findings"}, V)
                    ? ""
                    : "is one of facts, program, contexts, findings";
       }}};
  C.Options.insert(C.Options.begin() + std::min<size_t>(1, C.Options.size()), Rows.begin(), Rows.end());
}

bool useColor(const Presentation &P) {
  if (P.Color != "auto")
    return P.Color == "always";
  return P.Output.empty() && sys::Process::StandardOutIsDisplayed() && sys::Process::StandardOutHasColors();
}

std::optional<int> parseOrExit(const Command &C, Arguments A, std::vector<std::string> &Positional) {
  switch (parse(C, A, Positional)) {
  case Parsed::Run:
    return std::nullopt;
  case Parsed::Help:
    printHelp(C, outs());
    return ExitClean;
  case Parsed::Bad:
    break;
  }
  return ExitUsage;
}

std::optional<int> printUnits(const UnitSet &Units, const Presentation &P) {
  if (P.Print != "facts")
    return std::nullopt;
  std::string Text;
  raw_string_ostream OS(Text);
  for (const facts::UnitView &View : Units.Views)
    facts::print(View, OS);
  if (Error E = writeOutput(P.Output, Text))
    return fail(std::move(E));
  return ExitClean;
}

std::optional<UnitSet> loadProject(const Options &O, const World &W, Settings &S, Stopwatch &T, int &Exit) {
  if (!O.Trace.empty())
    startTrace();
  auto Settled = T("settings", [&] { return settle(O, W); });
  if (!Settled) {
    Exit = fail(Settled.takeError());
    return std::nullopt;
  }
  S = std::move(*Settled);
  auto Units = loadUnits(O, S, W, T);
  if (!Units) {
    Exit = fail(Units.takeError());
    return std::nullopt;
  }
  tellUnits(*Units, W);
  for (const std::string &Miss : Units->Misses)
    *W.Log << "cache: miss: " << Miss << '\n';
  return std::move(*Units);
}

std::optional<Analysis> analyzeProject(const Options &O, const World &W, Settings &S, Stopwatch &T, int &Exit) {
  auto Units = loadProject(O, W, S, T, Exit);
  if (!Units)
    return std::nullopt;
  return analyze(std::move(*Units), std::move(S.Models), T);
}

/// The products that --print can show once there is a solution.
static std::optional<std::string> printed(const Analysis &A, const Outcome &Found, const Presentation &P) {
  std::string Text;
  raw_string_ostream OS(Text);
  if (P.Print == "program")
    print(*A.P, OS);
  else if (P.Print == "contexts")
    A.S->print(OS);
  else if (P.Print == "findings")
    findings::print(Found.R.Findings, OS);
  else
    return std::nullopt;
  return Text;
}

Error tellRun(const Analysis &A, const Outcome &Found, const Options &O, const World &W, Stopwatch &T) {
  if (!O.Trace.empty())
    if (Error E = writeTrace(O.Trace))
      return E;
  if (O.Stats)
    tellStats(A.Units, &Found, T.times(), W);
  return Error::success();
}

int report(const Analysis &A, const Options &O, const Settings &S, const Presentation &P, const World &W, Stopwatch &T,
           FixTexts Made) {
  auto Found = judge(A, O, S, W, T);
  if (!Found)
    return fail(Found.takeError());
  Found->R.Fixes = std::move(Made);
  std::string Bytes;
  if (auto Text = printed(A, *Found, P)) {
    Bytes = std::move(*Text);
  } else {
    T("emit", [&] {
      SourceText Sources(W.FS);
      raw_string_ostream OS(Bytes);
      emit(Found->R, Sources, {P.As, useColor(P)}, OS);
    });
  }
  if (Error E = writeOutput(P.Output, Bytes))
    return fail(std::move(E));
  if (!O.WriteBaseline.empty()) {
    std::string Baseline;
    raw_string_ostream OS(Baseline);
    findings::writeBaseline(Found->R.Findings, OS);
    if (Error E = writeOutput(O.WriteBaseline, Baseline))
      return fail(std::move(E));
  }
  if (Error E = tellRun(A, *Found, O, W, T))
    return fail(std::move(E));
  *W.Log << summary(Found->R) << '\n';
  return exitCode(Found->R, S.Fail);
}

} // namespace offmain::tool
