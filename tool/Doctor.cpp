// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// `offmain doctor`: why a file fails to parse, step by step, from the database to the facts.
#include "driver/Output.h"
#include "extract/SharedHeaders.h"
#include "tool/Commands.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"

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

/// Parses the unit once more with headers that it shares with the other units of its command: are the facts the same?
bool compareShared(const ExtractRequest &Request, StringRef Plain, const CompileDatabase &All, const WorkerOptions &Workers,
                   const World &W, raw_ostream &OS) {
  auto KeyOf = [&](const ExtractRequest &Unit) {
    std::vector<std::string> Ignored;
    return sharingKey(Unit, cleanCommand(Unit, Ignored, W.FS));
  };
  std::string Key = KeyOf(Request);
  Task Make, Use;
  for (const CompileCommand &E : All.Commands)
    if (ExtractRequest Unit{E.Directory, E.File, E.Arguments}; W.FS->exists(E.File) && KeyOf(Unit) == Key)
      Make.Group.push_back(std::move(Unit));
  OS << "shared headers: ";
  if (Make.Group.size() < 2) {
    OS << "no other unit has this command\n";
    return true;
  }
  SmallString<128> Folder;
  if (std::error_code E = sys::fs::createUniqueDirectory("offmain-doctor", Folder)) {
    OS << "no temporary folder: " << E.message() << '\n';
    return true;
  }
  Make.Unit = Use.Unit = Request;
  Make.Stem = Use.Stem = (Folder + "/headers").str();
  bool Same = true;
  auto Tell = [&](size_t Step, Answer Got, std::string Failure) {
    std::string Why = !Failure.empty() ? Failure : Step == 0 ? Got.Sharing.Trouble : Got.Unit.NotShared;
    if (Step == 0 && Why.empty())
      return;
    if (Step == 0)
      OS << "not made for its " << Make.Group.size() << " units: " << Why << '\n';
    else if (!Why.empty())
      OS << "not used: " << Why << '\n';
    else if ((Same = Got.Unit.Facts == Plain))
      OS << "the same facts with and without\n";
    else
      OS << "the facts DIFFER with and without; report it, and use --no-pch\n";
    Use.Stem.clear();
  };
  std::string Trouble = runAll(Make, Workers, [&](size_t, Answer Got, std::string Failure) { Tell(0, std::move(Got), Failure); });
  if (Trouble.empty() && !Use.Stem.empty())
    Trouble = runAll(Use, Workers, [&](size_t, Answer Got, std::string Failure) { Tell(1, std::move(Got), Failure); });
  OS << Trouble;
  sys::fs::remove_directories(Folder);
  return Same;
}

/// One entry, all steps. False when the unit is not whole.
bool examine(const CompileCommand &Entry, const CompileDatabase &All, unsigned TimeLimit, const World &W, raw_ostream &OS) {
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
  std::shared_ptr<const std::string> Plain;
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
    Plain = Bytes;
    auto View = openFacts(*Bytes, Bytes, Entry.File);
    if (View)
      describeFacts(*View, W, OS);
    else
      OS << "  " << toString(View.takeError()) << '\n';
  });
  if (!Trouble.empty())
    OS << "result: " << Trouble << '\n';
  if (Plain)
    Whole &= compareShared(Request, *Plain, All, Workers, W, OS);
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
      "what was dropped from it, errors with hints, the size of the facts, and whether they are the same with the\n"
      "headers that units share precompiled. Without FILE: the database only.",
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
        AllWhole &= examine(E, *Loaded, TimeLimit, W, OS);
      }
    if (!Found)
      return fail("the database has no entry for '" + Twine(File) + "'");
  }
  if (Error E = writeOutput("", Text))
    return fail(std::move(E));
  return AllWhole ? ExitClean : ExitIncomplete;
}

} // namespace offmain::tool
