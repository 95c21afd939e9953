// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See CStyle.h.
#include "fix/CStyle.h"
#include "fix/Mentions.h"
#include "clang/Basic/CharInfo.h"
#include "clang/Format/Format.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

/// Calls written with a space before the parenthesis, less those without.
static int spacesBeforeParens(StringRef Text) {
  int Out = 0;
  for (size_t At = Text.find('('); At != StringRef::npos; At = Text.find('(', At + 1)) {
    StringRef Before = Text.take_front(At), Name = Before.rtrim(" ");
    StringRef Word = Name.take_back(Name.size() - (Name.find_last_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") + 1));
    if (Word.empty() || is_contained({"if", "for", "while", "switch", "return", "sizeof"}, Word))
      continue;
    Out += Name.size() != Before.size() ? 1 : -1;
  }
  return Out;
}

namespace {

/// How the braces of blocks stand in a text.
struct Braces {
  int SameLine = 0, OwnLine = 0, Indented = 0;
};

} // namespace

static Braces bracesOf(StringRef Text) {
  Braces Out;
  size_t Last = 0; // indentation of the line before
  while (!Text.empty()) {
    auto [Line, Rest] = Text.split('\n');
    Text = Rest;
    StringRef Trimmed = Line.trim();
    size_t Indent = Line.size() - Line.ltrim().size();
    if (Trimmed == "{" && Indent) {
      ++Out.OwnLine;
      Out.Indented += Indent > Last;
    } else if (Trimmed.ends_with("{") && Trimmed.size() > 1 && Indent) {
      ++Out.SameLine;
    }
    if (!Trimmed.empty())
      Last = Indent;
  }
  return Out;
}

CStyle styleOf(const Scene &S, const Stmt *Inside) {
  CStyle Out;
  const SourceManager &Sources = S.sources();
  SourceLocation At = Sources.getExpansionLoc(Inside->getBeginLoc());
  StringRef Text = Sources.getBufferData(Sources.getFileID(At));
  Out.Unit = S.indentUnit(At);
  Out.End = S.lineEnd(At).str();
  const FunctionDecl *F = outermostFunction(S, Inside);
  if (const Stmt *Body = F ? F->getBody() : nullptr) {
    SourceLocation Open = Sources.getExpansionLoc(Body->getBeginLoc()), Name = Sources.getExpansionLoc(F->getLocation());
    SourceLocation Type = Sources.getExpansionLoc(F->getBeginLoc());
    StringRef Own = Text.slice(Sources.getFileOffset(Type), Sources.getFileOffset(Sources.getExpansionLoc(Body->getEndLoc())));
    int Spaces = spacesBeforeParens(Own);
    Out.SpaceBeforeParen = (Spaces ? Spaces : spacesBeforeParens(Text)) > 0;
    Out.TypeOwnLine = Sources.getSpellingLineNumber(Type) != Sources.getSpellingLineNumber(Name);
    Out.BraceOwnLine = Text.take_front(Sources.getFileOffset(Open)).rtrim(" \t").ends_with("\n");
  }
  Braces B = bracesOf(Text);
  Out.BlockOwnLine = B.OwnLine != B.SameLine ? B.OwnLine > B.SameLine : Out.SpaceBeforeParen && Out.BraceOwnLine;
  Out.BlockIndented = Out.BlockOwnLine && (B.OwnLine ? B.Indented * 2 > B.OwnLine : Out.SpaceBeforeParen);
  Out.Width = Out.SpaceBeforeParen ? 80 : 100;
  return Out;
}

std::string CStyle::call(StringRef Name, ArrayRef<std::string> Arguments, size_t Indent) const {
  std::string Out = Name.str() + (SpaceBeforeParen ? " (" : "(");
  size_t Open = Out.size(), Column = Indent + Open;
  for (size_t I = 0; I != Arguments.size(); ++I) {
    size_t Size = Arguments[I].size() + 2;
    if (I && Column + Size > Width) {
      Out = StringRef(Out).rtrim().str() + End + std::string(Open, ' ');
      Column = Indent + Open;
    }
    Out += Arguments[I] + (I + 1 == Arguments.size() ? ")" : ", ");
    Column += Size;
  }
  return Arguments.empty() ? Out + ")" : Out;
}

std::string CStyle::head(StringRef Type, StringRef Name, ArrayRef<std::string> Parameters) const {
  std::string First = TypeOwnLine ? "" : Type.str() + " ";
  std::string Out = TypeOwnLine ? Type.str() + End : "";
  return Out + call(First + Name.str(), Parameters) + (BraceOwnLine ? End + "{" : " {") + End;
}

std::string formatted(const Scene &S, SourceLocation At, std::string Text, unsigned Indent) {
  StringRef File = S.sources().getFilename(At);
  std::string Code = S.sources().getBufferData(S.sources().getFileID(At)).str();
  auto Style = format::getStyle("file", File, "none", Code, &S.sources().getFileManager().getVirtualFileSystem());
  if (!Style) {
    consumeError(Style.takeError());
    return Text;
  }
  if (Style->DisableFormat)
    return Text;
  if (Style->ColumnLimit > Indent + 20)
    Style->ColumnLimit -= Indent;
  tooling::Replacements Changes = format::reformat(*Style, Text, {tooling::Range(0, Text.size())}, File);
  auto New = tooling::applyAllReplacements(Text, Changes);
  if (!New) {
    consumeError(New.takeError());
    return Text;
  }
  return std::move(*New);
}

} // namespace offmain::fix
