// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Places.h. Line tables are only built for files that facts point into, which are the project's own.
#include "extract/Places.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/CharInfo.h"
#include "clang/Lex/Lexer.h"
#include "llvm/Support/Path.h"

using namespace clang;
using namespace llvm;

namespace offmain {

StringRef Places::path(FileID File) const {
  OptionalFileEntryRef Entry = Sources.getFileEntryRefForID(File);
  if (!Entry)
    return {};
  StringRef Real = Entry->getFileEntry().tryGetRealPathName();
  return Real.empty() ? Entry->getName() : Real;
}

// The folder above the one that holds the main file; "" where that would take in a whole system.
static StringRef neighbourhood(StringRef MainFile) {
  StringRef Folder = sys::path::parent_path(sys::path::parent_path(MainFile));
  return Folder.count('/') < 3 ? StringRef() : Folder;
}

static bool within(StringRef Path, StringRef Folder) {
  return !Folder.empty() && Path.starts_with(Folder) && Path.substr(Folder.size()).starts_with("/");
}

Places::FileInfo &Places::info(FileID File) {
  if (Last && LastFile == File)
    return *Last;
  auto [It, New] = Files.try_emplace(File);
  FileInfo &Info = It->second;
  if (New) {
    bool Invalid = false;
    const SrcMgr::SLocEntry &Entry = Sources.getSLocEntry(File, &Invalid);
    StringRef Path = path(File);
    if (File == Sources.getMainFileID())
      Info.Outside = false;
    else if (Invalid || !Entry.isFile() || Path.empty() || SrcMgr::isSystem(Entry.getFile().getFileCharacteristic()))
      Info.Outside = true;
    else
      Info.Outside = (within(Path, "/usr") || within(Path, "/opt")) &&
                     !within(Path, neighbourhood(path(Sources.getMainFileID())));
    Last = nullptr; // the table may have moved
    return Info;
  }
  LastFile = File;
  Last = &Info;
  return Info;
}

bool Places::outside(SourceLocation At) {
  if (At.isInvalid())
    return true;
  FileID File = Sources.getFileID(Sources.getExpansionLoc(At));
  return File.isInvalid() || info(File).Outside;
}

facts::fb::Loc Places::place(facts::UnitBuilder &B, FileID File, unsigned Offset) {
  FileInfo &Info = info(File);
  if (!Info.Known) {
    StringRef Path = path(File);
    if (Path.empty())
      return facts::fb::Loc(0, 0, 0);
    Info.Index = B.file(Path, Info.Outside);
    Info.Known = true;
  }
  uint32_t Index = Info.Index;
  // In this order: the column is then counted from the line just found, not by a search back through the text.
  unsigned Line = Sources.getLineNumber(File, Offset);
  return facts::UnitBuilder::loc(Index, Line, Sources.getColumnNumber(File, Offset));
}

facts::fb::Loc Places::begin(facts::UnitBuilder &B, SourceLocation At) {
  if (At.isInvalid())
    return facts::fb::Loc(0, 0, 0);
  auto [File, Offset] = Sources.getDecomposedExpansionLoc(At);
  return File.isInvalid() ? facts::fb::Loc(0, 0, 0) : place(B, File, Offset);
}

facts::fb::Loc Places::end(facts::UnitBuilder &B, SourceLocation At) {
  if (At.isInvalid())
    return facts::fb::Loc(0, 0, 0);
  if (At.isMacroID())
    At = Sources.getExpansionRange(At).getEnd();
  auto [File, Offset] = Sources.getDecomposedLoc(At);
  if (File.isInvalid())
    return facts::fb::Loc(0, 0, 0);
  return place(B, File, Offset + Lexer::MeasureTokenLength(At, Sources, Language));
}

uint32_t Places::macro(facts::UnitBuilder &B, SourceLocation At) {
  if (!At.isMacroID())
    return 0;
  auto [File, Offset] = Sources.getDecomposedExpansionLoc(At);
  bool Invalid = false;
  StringRef Text = Sources.getBufferData(File, &Invalid);
  if (Invalid)
    return 0;
  StringRef Name = Text.substr(Offset).take_while([](char C) { return isAsciiIdentifierContinue(C); });
  return Name.empty() ? 0 : B.string(Name);
}

SourceLocation placeOf(const CallExpr *X) {
  if (const auto *O = dyn_cast<CXXOperatorCallExpr>(X))
    return O->getOperator() == OO_Call ? O->getBeginLoc() : O->getOperatorLoc();
  if (const auto *M = dyn_cast<MemberExpr>(X->getCallee()->IgnoreParens()); M && M->getMemberLoc().isValid())
    return M->getMemberLoc();
  return X->getBeginLoc();
}

} // namespace offmain
