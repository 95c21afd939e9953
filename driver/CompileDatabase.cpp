// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See CompileDatabase.h.
#include "driver/CompileDatabase.h"
#include "findings/Json.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Path.h"
#include <map>

using namespace llvm;

namespace offmain {

std::string absolutePath(StringRef Path, StringRef Directory) {
  SmallString<256> Result(Path);
  if (!sys::path::is_absolute(Path)) {
    Result = Directory;
    sys::path::append(Result, Path);
  }
  sys::path::remove_dots(Result, /*remove_dot_dot=*/true);
  while (Result.size() > 1 && Result.back() == '/')
    Result.pop_back();
  return std::string(Result);
}

std::vector<std::string> splitCommand(StringRef Command) {
  std::vector<std::string> Words;
  std::string Word;
  bool Started = false;
  char Quote = 0;
  auto Finish = [&] {
    if (Started)
      Words.push_back(std::move(Word));
    Word.clear();
    Started = false;
  };
  for (size_t I = 0; I != Command.size(); ++I) {
    char C = Command[I];
    bool HasNext = I + 1 != Command.size();
    if (Quote == '\'' || (Quote && C == Quote)) {
      if (C == Quote)
        Quote = 0;
      else
        Word += C;
    } else if (C == '\\' && HasNext && (!Quote || StringRef("\"\\$`\n").contains(Command[I + 1]))) {
      Started = true;
      if (Command[++I] != '\n')
        Word += Command[I];
    } else if (!Quote && (C == '"' || C == '\'')) {
      Quote = C;
      Started = true;
    } else if (!Quote && isSpace(C)) {
      Finish();
    } else {
      Word += C;
      Started = true;
    }
  }
  Finish();
  return Words;
}

Expected<std::string> findDatabase(vfs::FileSystem &FS, StringRef Where, StringRef Cwd) {
  constexpr StringLiteral Name = "compile_commands.json";
  constexpr StringLiteral HowTo = "make one with CMake (-DCMAKE_EXPORT_COMPILE_COMMANDS=ON), Meson (always), or 'bear "
                                  "-- make', and name its folder with -p";
  auto Exists = [&](const Twine &Path) {
    auto Status = FS.status(Path);
    return Status && !Status->isDirectory();
  };
  if (!Where.empty()) {
    std::string Path = absolutePath(Where, Cwd);
    auto Status = FS.status(Path);
    if (!Status)
      return createStringError("cannot read '%s': %s", Where.str().c_str(), Status.getError().message().c_str());
    if (!Status->isDirectory())
      return Path;
    if (Exists(Path + "/" + Name))
      return Path + "/" + Name.str();
    return createStringError("no %s in '%s'; %s", Name.data(), Where.str().c_str(), HowTo.data());
  }
  for (StringRef Directory = Cwd; !Directory.empty(); Directory = sys::path::parent_path(Directory))
    for (StringRef Below : {"", "build/"}) {
      std::string Path = absolutePath(Below.str() + Name.str(), Directory);
      if (Exists(Path))
        return Path;
    }
  return createStringError("no %s here or in the folders above; %s", Name.data(), HowTo.data());
}

namespace {

/// How a command says what language its input is, where the file's name does not.
StringRef languageOption(ArrayRef<std::string> Arguments) {
  for (size_t I = 0; I != Arguments.size(); ++I) {
    StringRef A = Arguments[I];
    if (A == "-x" && I + 1 != Arguments.size())
      return Arguments[I + 1];
    if (A.consume_front("--language=") || (A.size() > 2 && A.consume_front("-x")))
      return A;
  }
  return "";
}

bool isCOrCxx(const CompileCommand &C) {
  StringRef Language = languageOption(C.Arguments);
  if (!Language.empty())
    return Language == "c" || Language == "c++";
  return StringSwitch<bool>(sys::path::extension(C.File))
      .Cases({".c", ".cc", ".cpp", ".cxx", ".c++", ".C", ".cp", ".CPP"}, true)
      .Default(false);
}

/// Collects what is skipped: one note a reason, with a count and the first file.
class Skips {
public:
  void add(const std::string &Reason, StringRef File) {
    auto [It, New] = Reasons.try_emplace(Reason, 0, File.str());
    ++It->second.first;
    It->second.second = std::min(It->second.second, File.str());
  }
  std::vector<std::string> notes() const {
    std::vector<std::string> Result;
    for (const auto &[Reason, What] : Reasons)
      Result.push_back(What.second + (What.first > 1 ? " and " + std::to_string(What.first - 1) + " more" : "") + ": " +
                       Reason);
    return Result;
  }

private:
  std::map<std::string, std::pair<unsigned, std::string>> Reasons;
};

/// One entry, or the reason it is none.
std::string readEntry(const json::Value &V, StringRef Folder, CompileCommand &C) {
  const json::Object *O = V.getAsObject();
  if (!O)
    return "is not an object";
  auto File = O->getString("file");
  if (!File || File->empty())
    return "has no 'file'";
  C.Directory = absolutePath(bytes(O->getString("directory").value_or("")), Folder);
  C.File = absolutePath(bytes(*File), C.Directory);
  if (const json::Array *Arguments = O->getArray("arguments")) {
    for (const json::Value &A : *Arguments)
      if (auto Text = A.getAsString())
        C.Arguments.push_back(bytes(*Text));
  } else if (auto Command = O->getString("command")) {
    C.Arguments = splitCommand(bytes(*Command));
  }
  return C.Arguments.empty() ? "has neither 'arguments' nor 'command'" : "";
}

} // namespace

Expected<CompileDatabase> loadDatabase(vfs::FileSystem &FS, StringRef Path) {
  auto Buffer = FS.getBufferForFile(Path);
  if (!Buffer)
    return createStringError("cannot read '%s': %s", Path.str().c_str(), Buffer.getError().message().c_str());
  auto Parsed = parseJson(MemoryBufferRef((*Buffer)->getBuffer(), Path));
  if (!Parsed)
    return createStringError("%s; write the database again", toString(Parsed.takeError()).c_str());
  const json::Array *Entries = Parsed->getAsArray();
  if (!Entries)
    return createStringError("%s is not a compile database: it must be a list of entries", Path.str().c_str());
  CompileDatabase Database;
  Database.Path = Path.str();
  Skips Skipped;
  for (const json::Value &V : *Entries) {
    CompileCommand C;
    std::string Wrong = readEntry(V, sys::path::parent_path(Path), C);
    if (!Wrong.empty())
      Skipped.add("the entry " + Wrong, C.File.empty() ? Path : StringRef(C.File));
    else if (!isCOrCxx(C))
      Skipped.add("not C or C++ ('" + sys::path::extension(C.File).str() + "'), skipped", C.File);
    else
      Database.Commands.push_back(std::move(C));
  }
  llvm::sort(Database.Commands);
  Database.Commands.erase(llvm::unique(Database.Commands), Database.Commands.end());
  Database.Notes = Skipped.notes();
  if (Database.Commands.empty())
    return createStringError(
        "%s names no C or C++ source; build the project's own database and name its folder with -p",
        Path.str().c_str());
  return Database;
}

} // namespace offmain
