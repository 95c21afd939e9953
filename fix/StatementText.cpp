// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See StatementText.h.
#include "fix/StatementText.h"
#include "clang/Basic/CharInfo.h"
#include "clang/Lex/Lexer.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

/// What the statement ends with: `if (a) b ();` has the semicolon of `b ();`.
static const Stmt *innermostLast(const Stmt *X) {
  while (true) {
    if (const auto *If = dyn_cast<IfStmt>(X))
      X = If->getElse() ? If->getElse() : If->getThen();
    else if (const auto *For = dyn_cast<ForStmt>(X))
      X = For->getBody();
    else if (const auto *While = dyn_cast<WhileStmt>(X))
      X = While->getBody();
    else if (const auto *Range = dyn_cast<CXXForRangeStmt>(X))
      X = Range->getBody();
    else if (const auto *Switch = dyn_cast<SwitchStmt>(X))
      X = Switch->getBody();
    else if (isa<LabelStmt, SwitchCase>(X) && !X->children().empty())
      X = isa<LabelStmt>(X) ? cast<LabelStmt>(X)->getSubStmt() : cast<SwitchCase>(X)->getSubStmt();
    else
      return X;
  }
}

CharSourceRange rangeOf(const Scene &S, ArrayRef<const Stmt *> Statements) {
  const SourceManager &Sources = S.sources();
  SourceLocation Begin = Statements.front()->getBeginLoc(), End = Statements.back()->getEndLoc();
  const Stmt *Last = innermostLast(Statements.back());
  if (Begin.isMacroID() && !Lexer::isAtStartOfMacroExpansion(Begin, Sources, S.language(), &Begin))
    return {};
  if (End.isMacroID() && !Lexer::isAtEndOfMacroExpansion(End, Sources, S.language(), &End))
    return {};
  if (Begin.isMacroID() || End.isMacroID() || Sources.getFileID(Begin) != Sources.getFileID(End))
    return {};
  SourceLocation After = Lexer::getLocForEndOfToken(End, 0, Sources, S.language());
  if (isa<Expr, DoStmt, ReturnStmt, BreakStmt, ContinueStmt>(Last)) {
    auto Next = Lexer::findNextToken(End, Sources, S.language());
    if (!Next || Next->isNot(tok::semi))
      return {};
    After = Next->getEndLoc();
  }
  return CharSourceRange::getCharRange(Begin, After);
}

StringSet<> identifiersIn(StringRef Text) {
  StringSet<> Out;
  while (!Text.empty()) {
    Text = Text.drop_until([](char C) { return isAlpha(C) || C == '_'; });
    StringRef Word = Text.take_while([](char C) { return isAlnum(C) || C == '_'; });
    Out.insert(Word);
    Text = Text.drop_front(Word.size());
  }
  return Out;
}

std::string freshName(ArrayRef<StringRef> Wanted, const StringSet<> &Taken) {
  for (StringRef Name : Wanted)
    if (!Taken.contains(Name))
      return Name.str();
  for (unsigned I = 2;; ++I)
    if (std::string Name = Wanted.back().str() + std::to_string(I); !Taken.contains(Name))
      return Name;
}

static size_t columnsOf(StringRef Space) {
  size_t Columns = 0;
  for (char C : Space)
    Columns = C == '\t' ? (Columns / 8 + 1) * 8 : Columns + 1;
  return Columns;
}

std::vector<std::string> unindented(StringRef Text, StringRef Base) {
  std::vector<std::string> Out;
  SmallVector<StringRef> Lines;
  Text.split(Lines, '\n');
  for (size_t I = 0; I != Lines.size(); ++I) {
    StringRef Line = Lines[I].rtrim();
    if (I && !Line.consume_front(Base)) { // spaces for tabs, or less than the first line has
      StringRef Space = Line.take_while([](char C) { return C == ' ' || C == '\t'; });
      size_t Columns = columnsOf(Space), Less = columnsOf(Base);
      Out.push_back(std::string(Columns > Less ? Columns - Less : 0, ' ') + Line.drop_front(Space.size()).str());
      continue;
    }
    Out.push_back(Line.str());
  }
  return Out;
}

} // namespace offmain::fix
