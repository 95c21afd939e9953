// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// `offmain link`: facts files → findings; the second of the two hermetic halves of check.
#include "driver/CompileDatabase.h"
#include "tool/Commands.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace offmain::tool {

namespace {

/// Names of facts files: as given, the *.omfacts in and below a folder, or the words of a response file.
Expected<std::vector<std::string>> factsFiles(const std::vector<std::string> &Given, vfs::FileSystem &FS) {
  std::vector<std::string> Result, Waiting(Given.rbegin(), Given.rend());
  unsigned Responses = 0;
  while (!Waiting.empty()) {
    std::string Name = std::move(Waiting.back());
    Waiting.pop_back();
    if (StringRef(Name).starts_with("@")) {
      constexpr unsigned MaxResponses = 1000;
      auto Buffer = FS.getBufferForFile(Name.substr(1));
      if (!Buffer)
        return createStringError("cannot read '%s': %s", Name.c_str() + 1, Buffer.getError().message().c_str());
      if (++Responses > MaxResponses)
        return createStringError("'%s': response files name each other", Name.c_str() + 1);
      std::vector<std::string> Words = splitCommand((*Buffer)->getBuffer());
      Waiting.insert(Waiting.end(), Words.rbegin(), Words.rend());
    } else if (sys::fs::is_directory(Name)) {
      std::error_code EC;
      for (sys::fs::recursive_directory_iterator It(Name, EC), End; !EC && It != End; It.increment(EC))
        if (sys::path::extension(It->path()) == ".omfacts")
          Result.push_back(It->path());
    } else {
      Result.push_back(Name);
    }
  }
  llvm::sort(Result);
  Result.erase(llvm::unique(Result), Result.end());
  return Result;
}

/// Maps and verifies each. Bad bytes are an error here, not a miss: the caller named the file.
Expected<UnitSet> openAll(const std::vector<std::string> &Files, bool ThroughText) {
  UnitSet Units;
  for (const std::string &Name : Files) {
    auto Buffer = MemoryBuffer::getFile(Name, false, /*RequiresNullTerminator=*/false);
    if (!Buffer)
      return createStringError("cannot read '%s': %s", Name.c_str(), Buffer.getError().message().c_str());
    auto View = facts::open(std::move(*Buffer));
    if (View && ThroughText)
      View = throughText(*View);
    if (!View)
      return View.takeError();
    unsigned Errors = 0;
    for (const facts::fb::Diagnostic *D : *(*View)->diagnostics())
      Errors += isError(*D);
    if (auto Partial = partialUnit(*View, Errors))
      Units.Incomplete.push_back(std::move(*Partial));
    Units.FactsBytes += View->bytes().size();
    Units.Views.push_back(std::move(*View));
  }
  Units.Total = Units.Views.size();
  llvm::sort(Units.Incomplete);
  return Units;
}

} // namespace

int runLink(Arguments A) {
  Options O;
  Presentation P;
  std::vector<std::string> Names;
  Command C{"offmain link [options] FACTS...",
            "Links facts files made by 'offmain extract' and reports as check does. FACTS are files, folders that are\n"
            "searched for *.omfacts, or @FILE for a list of them.",
            {text("--config", "FILE", "a configuration instead of the .offmain.yaml found upward", O.ConfigFile),
             texts("--models", "FILE", "more models; may be repeated", O.ModelFiles),
             flag("--stats", "tell on standard error where time and memory went", O.Stats),
             {"--facts-form", "FORM", "text: pass every unit's facts through their text form (for tests)",
              [&O](StringRef V) -> std::string {
                O.ThroughText = V == "text";
                return V == "text" || V == "binary" ? "" : "is text or binary";
              }}},
            ""};
  addResultOptions(C, O, P);
  if (auto Exit = parseOrExit(C, A, Names))
    return *Exit;
  if (Names.empty())
    return fail("link needs facts files, or a folder of them");

  World W = realWorld();
  Stopwatch T;
  O.UseCache = false;
  auto S = T("settings", [&] { return settle(O, W); });
  if (!S)
    return fail(S.takeError());
  auto Files = factsFiles(Names, *W.FS);
  if (!Files)
    return fail(Files.takeError());
  if (Files->empty())
    return fail("no facts files there");
  auto Units = T("open", [&] { return openAll(*Files, O.ThroughText); });
  if (!Units)
    return fail(Units.takeError());
  tellUnits(*Units, W);
  if (auto Exit = printUnits(*Units, P))
    return *Exit;
  Analysis Result = analyze(std::move(*Units), std::move(S->Models), T);
  return report(Result, O, *S, P, W, T);
}

} // namespace offmain::tool
