// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// `offmain doctor`: why a file fails to parse, step by step, from the database to the facts.
#include "driver/Output.h"
#include "extract/Extract.h"
#include "tool/Commands.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace offmain::tool {

namespace {

/// A command as a shell would take it.
std::string quoted(ArrayRef<std::string> Words) {
  std::string Result;
  for (const std::string &Word : Words) {
    bool Plain =
        !Word.empty() && all_of(Word, [](char C) { return isAlnum(C) || StringRef("-_=+./,:@%").contains(C); });
    Result += Result.empty() ? "" : " ";
    if (Plain) {
      Result += Word;
      continue;
    }
    Result += '\'';
    for (char C : Word)
      Result += C == '\'' ? std::string("'\\''") : std::string(1, C);
    Result += '\'';
  }
  return Result;
}

StringRef hint(StringRef Text) {
  if (Text.contains("file not found"))
    return "the header is generated (build the project once), or its package is not installed, or the command lacks "
           "its -I";
  if (Text.contains("unknown type name") || Text.contains("undeclared"))
    return "often the consequence of a header that was not found above";
  return "";
}

void describeFacts(const facts::UnitView &View, const World &W, raw_ostream &OS) {
  constexpr unsigned Shown = 20;
  unsigned Errors = 0;
  for (const facts::fb::Diagnostic *D : *View->diagnostics()) {
    if (!isError(*D) || ++Errors > Shown)
      continue;
    OS << "  ";
    if (D->line() && D->file() < View->files()->size())
      OS << shownPath(View.path(D->file()), W.Directory) << ':' << D->line() << ':' << D->col() << ": ";
    OS << "error: " << D->text()->str() << '\n';
    if (StringRef Hint = hint(D->text()->str()); !Hint.empty())
      OS << "    " << Hint << '\n';
  }
  if (Errors > Shown)
    OS << "  ... and " << Errors - Shown << " more\n";
  unsigned Bodies = 0;
  for (uint32_t I = 0; I != View.functionCount(); ++I)
    Bodies += View.function(I).blocks_count() != 0;
  OS << "facts: " << View.bytes().size() << " bytes; " << View->files()->size() << " files, " << View.functionCount()
     << " functions (" << Bodies << " with a body), " << View.recordCount() << " classes, " << View.variableCount()
     << " variables, " << View.sites().size() << " calls\n";
}

/// One entry, all steps. False when the unit is not whole.
bool examine(const CompileCommand &Entry, unsigned TimeLimit, const World &W, raw_ostream &OS) {
  ExtractRequest Request{Entry.Directory, Entry.File, Entry.Arguments};
  OS << "unit: " << Entry.File << "\ndirectory: " << Entry.Directory;
  auto Directory = W.FS->status(Entry.Directory);
  OS << (Directory && Directory->isDirectory() ? "\n" : " (does not exist)\n");
  OS << "command: " << quoted(Entry.Arguments) << '\n';
  std::vector<std::string> Notes;
  OS << "parsed as: " << quoted(cleanCommand(Request, Notes, W.FS)) << '\n';
  for (const std::string &Note : Notes)
    OS << "  " << Note << '\n';
  bool Whole = false;
  WorkerOptions Workers;
  Workers.TimeLimitSeconds = TimeLimit;
  std::string Trouble = extractAll(Request, Workers, [&](size_t, UnitOutcome Got) {
    if (!Got.Failure.empty() || Got.Result.Facts.empty()) {
      OS << "result: not analyzed: " << (Got.Failure.empty() ? Got.Result.FatalMessage : Got.Failure) << '\n';
      return;
    }
    ExtractResult &R = Got.Result;
    Whole = R.Errors == 0;
    OS << "result: " << (Whole ? "analyzed whole" : "analyzed in part, " + std::to_string(R.Errors) + " parse errors")
       << "; " << R.Reads.size() << " files read\n";
    auto Bytes = std::make_shared<const std::string>(std::move(R.Facts));
    auto View = openFacts(*Bytes, Bytes, Entry.File);
    if (View)
      describeFacts(*View, W, OS);
    else
      OS << "  " << toString(View.takeError()) << '\n';
  });
  if (!Trouble.empty())
    OS << "result: " << Trouble << '\n';
  return Whole;
}

} // namespace

int runDoctor(Arguments A) {
  std::string Database;
  std::vector<std::string> Files;
  unsigned TimeLimit = 120;
  Command C{
      "offmain doctor [-p DIR] [FILE...]",
      "Shows what happens to a unit: the database found, its entry, the command as it is given to the parser and\n"
      "what was dropped from it, errors with hints, and the size of the facts. Without FILE: the database only.",
      {text("-p", "DIR", "the folder of compile_commands.json", Database),
       number("--unit-timeout", "seconds the parser may take (default: 120)", 1, 1000000,
              [&](unsigned N) { TimeLimit = N; })},
      ""};
  if (auto Exit = parseOrExit(C, A, Files))
    return *Exit;
  World W = realWorld();
  auto Path = findDatabase(*W.FS, Database, W.Directory);
  if (!Path)
    return fail(Path.takeError());
  auto Loaded = loadDatabase(*W.FS, *Path);
  if (!Loaded)
    return fail(Loaded.takeError());
  std::string Text;
  raw_string_ostream OS(Text);
  OS << "database: " << *Path << ", " << Loaded->Commands.size() << " C and C++ entries\n";
  for (const std::string &Note : Loaded->Notes)
    OS << "  " << Note << '\n';
  unsigned Gone = count_if(Loaded->Commands, [&](const CompileCommand &E) { return !W.FS->exists(E.File); });
  if (Gone)
    OS << "  " << Gone << " sources are gone\n";
  bool AllWhole = true;
  for (const std::string &File : Files) {
    std::string Wanted = absolutePath(File, W.Directory);
    bool Found = false;
    for (const CompileCommand &E : Loaded->Commands)
      if (E.File == Wanted || StringRef(E.File).ends_with("/" + File)) {
        Found = true;
        AllWhole &= examine(E, TimeLimit, W, OS);
      }
    if (!Found)
      return fail("the database has no entry for '" + Twine(File) + "'");
  }
  if (Error E = writeOutput("", Text))
    return fail(std::move(E));
  return AllWhole ? ExitClean : ExitIncomplete;
}

} // namespace offmain::tool
