// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// `offmain extract`: one compile command → one facts file and its depfile; the first of the two hermetic halves of
// check.
#include "extract/Extract.h"
#include "driver/CompileDatabase.h"
#include "driver/Output.h"
#include "tool/Commands.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace offmain::tool {

/// A name as make reads it in a rule.
static std::string makeName(StringRef Name) {
  std::string Result;
  for (char C : Name) {
    if (C == ' ' || C == '#' || C == '\\' || C == ':')
      Result += '\\';
    if (C == '$')
      Result += '$';
    Result += C;
  }
  return Result;
}

static std::string depfile(StringRef Target, ArrayRef<std::string> Reads) {
  std::string Text = makeName(Target) + ":";
  for (const std::string &Read : Reads)
    Text += " \\\n  " + makeName(Read);
  return Text + "\n";
}

/// The request: the words behind `--`, or the entry of the database for the one file named.
static Expected<ExtractRequest> requestOf(const std::vector<std::string> &Words, bool IsCommand, StringRef Database,
                                          StringRef Directory, const World &W) {
  if (!IsCommand) {
    if (Words.size() != 1)
      return createStringError("extract takes one FILE, or a command behind '--'");
    auto Path = findDatabase(*W.FS, Database, W.Directory);
    if (!Path)
      return Path.takeError();
    auto Entries = loadDatabase(*W.FS, *Path);
    if (!Entries)
      return Entries.takeError();
    std::string File = absolutePath(Words[0], W.Directory);
    for (CompileCommand &C : Entries->Commands)
      if (C.File == File)
        return ExtractRequest{C.Directory, C.File, C.Arguments};
    return createStringError("%s has no entry for '%s'", Path->c_str(), File.c_str());
  }
  ExtractRequest Request;
  Request.Directory = absolutePath(Directory, W.Directory);
  Request.Arguments = Words;
  for (StringRef Word : ArrayRef(Words).drop_front())
    if (!Word.starts_with("-") &&
        is_contained({".c", ".cc", ".cpp", ".cxx", ".c++", ".C"}, Word.substr(std::min(Word.size(), Word.rfind('.')))))
      Request.File = absolutePath(Word, Request.Directory);
  if (Request.File.empty())
    return createStringError("the command names no C or C++ source");
  return Request;
}

int runExtract(Arguments A) {
  std::string Output, Depfile, Database, Directory = ".";
  std::vector<std::string> Words;
  Command C{"offmain extract -o FACTS [options] FILE | -- COMMAND...",
            "Parses one translation unit and writes its facts. The unit is FILE with its command from the compile\n"
            "database, or COMMAND. Reads and writes nothing else, so a build system can distribute and cache it.",
            {text("-o", "FACTS", "the facts file to write", Output),
             text("--depfile", "FILE", "list every file read, as make reads it", Depfile),
             text("-p", "DIR", "the folder of compile_commands.json", Database),
             text("--directory", "DIR", "the working directory of COMMAND (default: this one)", Directory)},
            ""};
  if (auto Exit = parseOrExit(C, A, Words))
    return *Exit;
  if (Output.empty())
    return fail("extract needs -o FACTS");
  bool IsCommand = any_of(A, [](StringRef Word) { return Word == "--"; });
  World W = realWorld();
  auto Request = requestOf(Words, IsCommand, Database, Directory, W);
  if (!Request)
    return fail(Request.takeError());
  ExtractResult Result = extract(*Request, vfs::createPhysicalFileSystem());
  for (const std::string &Note : Result.Notes)
    errs() << "offmain: note: " << Note << '\n';
  if (Result.Facts.empty()) {
    errs() << Request->File << ": error: not analyzed: " << Result.FatalMessage << '\n';
    return ExitIncomplete;
  }
  if (Error E = writeOutput(Output, Result.Facts))
    return fail(std::move(E));
  if (!Depfile.empty())
    if (Error E = writeOutput(Depfile, depfile(Output, Result.Reads)))
      return fail(std::move(E));
  if (Result.Errors)
    errs() << Request->File << ": warning: analyzed in part: " << Result.Errors << " parse errors\n";
  return Result.Errors ? ExitIncomplete : ExitClean;
}

} // namespace offmain::tool
