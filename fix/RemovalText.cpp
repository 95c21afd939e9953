// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What of the text goes with a statement: its whole line where nothing else is on it, a comment about the lock right above,
// the #if that has nothing else in it, and one of two blank lines that meet.
#include "fix/Removal.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Regex.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

namespace {

bool isBlank(StringRef Line) { return Line.trim().empty(); }

size_t lineBegin(StringRef Text, size_t At) {
  size_t Break = Text.take_front(At).rfind('\n');
  return Break == StringRef::npos ? 0 : Break + 1;
}

/// Behind the line break.
size_t lineEnd(StringRef Text, size_t At) {
  size_t Break = Text.find('\n', At);
  return Break == StringRef::npos ? Text.size() : Break + 1;
}

/// The line that ends where the one at Begin begins.
StringRef lineAbove(StringRef Text, size_t Begin) {
  return Begin ? Text.slice(lineBegin(Text, Begin - 1), Begin) : StringRef();
}

StringRef lineBelow(StringRef Text, size_t End) { return Text.slice(End, lineEnd(Text, End)); }

bool speaksOfLock(StringRef Comment) {
  static const Regex Words("gdk_threads|(^|[^a-z])(un)?lock(s|ed|ing)?([^a-z]|$)", Regex::IgnoreCase);
  return Words.match(Comment);
}

/// All of the line is a comment that ends on it; or nothing.
bool isOneComment(StringRef Rest) {
  Rest = Rest.trim();
  return Rest.empty() || Rest.starts_with("//") || (Rest.starts_with("/*") && Rest.find("*/") == Rest.size() - 2);
}

/// Where the comment begins that ends right above the line at Begin and has its lines for itself; Begin if none does.
size_t commentAbove(StringRef Text, size_t Begin) {
  StringRef Above = lineAbove(Text, Begin).trim();
  if (Above.starts_with("//")) {
    size_t At = Begin;
    while (lineAbove(Text, At).trim().starts_with("//"))
      At = lineBegin(Text, At - 1);
    return At;
  }
  if (!Above.ends_with("*/"))
    return Begin;
  size_t Open = Text.take_front(Begin).rfind("/*");
  if (Open == StringRef::npos)
    return Begin;
  size_t Line = lineBegin(Text, Open);
  bool Alone = isBlank(Text.slice(Line, Open)) && Text.slice(Open, Begin).trim().find("*/") == Text.slice(Open, Begin).trim().size() - 2;
  return Alone ? Line : Begin;
}

bool isDirective(StringRef Line, StringRef Name) {
  Line = Line.trim();
  return Line.consume_front("#") && Line.ltrim().starts_with(Name);
}

} // namespace

/// A comment that is not about the lock, or a directive, stands in the block.
bool Removal::saysMore(const CompoundStmt *Block) const {
  auto [File, Begin] = S.sources().getDecomposedLoc(Block->getLBracLoc());
  unsigned End = S.sources().getDecomposedLoc(Block->getRBracLoc()).second;
  StringRef Text = bufferOf(File);
  Lexer Raw(S.sources().getLocForStartOfFile(File), S.language(), Text.begin(), Text.data() + Begin, Text.end());
  Raw.SetCommentRetentionState(true);
  for (Token T; Raw.getBufferLocation() < Text.data() + End;) {
    Raw.LexFromRawLexer(T);
    unsigned At = S.sources().getFileOffset(T.getLocation());
    if (T.is(tok::hash) && T.isAtStartOfLine())
      return true;
    if (T.is(tok::comment) && !speaksOfLock(Text.substr(At, T.getLength())))
      return true;
  }
  return false;
}

Removal::Range Removal::rangeOf(SourceRange R, bool Braced) const {
  const SourceManager &Sources = S.sources();
  CharSourceRange Last = Sources.getExpansionRange(R.getEnd());
  auto [File, Begin] = Sources.getDecomposedExpansionLoc(R.getBegin());
  unsigned End = Sources.getDecomposedLoc(Last.getEnd()).second;
  if (Last.isTokenRange())
    End += Lexer::MeasureTokenLength(Last.getEnd(), Sources, S.language());
  StringRef Text = bufferOf(File);
  size_t Next = Text.find_first_not_of(" \t\r\n", End);
  if (!Braced && Next != StringRef::npos && Text[Next] == ';')
    End = Next + 1;
  return {File, Begin, End, ""};
}

Removal::Range Removal::rangeOf(const Stmt *X) const {
  // A semicolon after a brace is a statement of its own; that after a macro belongs to its use.
  bool Braced = !X->getEndLoc().isMacroID() && bufferOf(S.sources().getFileID(X->getEndLoc()))
                                                       .substr(S.sources().getFileOffset(X->getEndLoc()))
                                                       .starts_with("}");
  return rangeOf(X->getSourceRange(), Braced && !isa<Expr, DeclStmt>(X));
}

/// What takes the place of a label's only statement: a label needs one, and C before 23 wants no declaration there.
static StringRef inPlaceOf(const Scene &S, const Stmt *X, function_ref<bool(const Stmt *)> Goes) {
  const Stmt *Label = S.parent(X);
  for (const Stmt *Outer = S.parent(Label); isa_and_nonnull<LabelStmt, SwitchCase>(Outer); Outer = S.parent(Label))
    Label = Outer;
  const auto *Block = dyn_cast_or_null<CompoundStmt>(S.parent(Label));
  if (!Block)
    return ";";
  auto After = std::next(llvm::find(Block->body(), Label));
  After = std::find_if(After, Block->body_end(), [&](const Stmt *Next) { return !Goes(Next) && !isa<NullStmt>(Next); });
  if (After != Block->body_end())
    return isa<DeclStmt>(*After) ? ";" : "";
  if (isa_and_nonnull<SwitchStmt>(S.parent(Block)))
    return "break;";
  const FunctionDecl *F = S.functionAround(X);
  return F && F->getBody() == Block && F->getReturnType()->isVoidType() ? "return;" : ";";
}

/// A branch or a loop's body that has to be there.
void Removal::addEmpty(const Stmt *X, std::vector<Range> &Out) const {
  const auto *Block = dyn_cast<CompoundStmt>(X);
  Out.push_back(rangeOf(X));
  Out.back().Text = "{}";
  if (!Block)
    return;
  Out.pop_back();
  for (const Stmt *Each : Block->body())
    Out.push_back(rangeOf(Each));
}

/// Statements that go while what is around them stays.
void Removal::addRanges(const Stmt *X, std::vector<Range> &Out) const {
  auto Goes = [&](const Stmt *Other) { return Gone.contains(Other); };
  const Stmt *Parent = S.parent(X);
  if (const auto *If = dyn_cast_or_null<IfStmt>(Parent); If && X == If->getElse()) {
    Range Else = rangeOf(X);
    Else.Begin = rangeOf(If->getThen()).End;
    Out.push_back(Else);
    return;
  }
  Range R = rangeOf(X);
  R.Text = Instead.lookup(X);
  if (!R.Text.empty()) {
    // stands for the whole
  } else if (isa_and_nonnull<LabelStmt, SwitchCase>(Parent)) {
    R.Text = inPlaceOf(S, X, Goes);
  } else if (const auto *If = dyn_cast_or_null<IfStmt>(Parent)) {
    const auto *Else = dyn_cast_or_null<CompoundStmt>(If->getElse());
    if (Else && !Goes(Else) && S.written(If->getCond()->getSourceRange()) && !S.hasComment(If->getThen())) {
      R.Begin = S.sources().getFileOffset(If->getCond()->getBeginLoc());
      R.End = S.sources().getFileOffset(Else->getBeginLoc());
      StringRef Condition = S.text(If->getCond());
      const auto *Not = dyn_cast<UnaryOperator>(If->getCond()->IgnoreParenImpCasts());
      bool Simple = isa<DeclRefExpr, MemberExpr, CallExpr>(If->getCond()->IgnoreParenImpCasts());
      StringRef Between = lineBegin(bufferOf(R.File), R.End) == lineBegin(bufferOf(R.File), S.sources().getFileOffset(If->getElseLoc()))
                              ? StringRef(" ")
                              : bufferOf(R.File).slice(bufferOf(R.File).take_front(R.End).rtrim().size(), R.End);
      R.Text = (Not && Not->getOpcode() == UO_LNot ? S.text(Not->getSubExpr()).str()
                : Simple                           ? "!" + Condition.str()
                                                   : "!(" + Condition.str() + ")") +
               ")" + Between.str();
    } else {
      return addEmpty(X, Out);
    }
  } else if (!isa_and_nonnull<CompoundStmt>(Parent)) {
    return addEmpty(X, Out);
  }
  Out.push_back(R);
}

Removal::Range Removal::widened(Range R) const {
  StringRef Text = bufferOf(R.File);
  if (!R.Text.empty())
    return R;
  size_t Line = lineBegin(Text, R.Begin), End = lineEnd(Text, R.End);
  StringRef Rest = Text.slice(R.End, End);
  if (isBlank(Text.slice(Line, R.Begin)) && isOneComment(Rest)) {
    R = {R.File, unsigned(Line), unsigned(End), ""};
    if (size_t Above = commentAbove(Text, Line); speaksOfLock(Text.slice(Above, Line)))
      R.Begin = Above;
  } else if (isBlank(Rest)) {
    R.Begin = Text.take_front(R.Begin).rtrim(" \t").size();
  } else {
    R.End = Text.size() - Text.drop_front(R.End).ltrim(" \t").size();
  }
  return R;
}

/// `#if` and `#endif` with nothing between go as well.
Removal::Range Removal::withDirectives(Range R) const {
  StringRef Text = bufferOf(R.File);
  while (R.Begin == lineBegin(Text, R.Begin) && R.End == lineEnd(Text, R.End ? R.End - 1 : 0)) {
    size_t Begin = R.Begin, End = R.End;
    while (Begin && isBlank(lineAbove(Text, Begin)))
      Begin = lineBegin(Text, Begin - 1);
    while (End < Text.size() && isBlank(lineBelow(Text, End)))
      End = lineEnd(Text, End);
    if (!isDirective(lineAbove(Text, Begin), "if") || lineAbove(Text, Begin).trim().ends_with("\\") || !isDirective(lineBelow(Text, End), "endif"))
      break;
    R.Begin = lineBegin(Text, Begin - 1);
    R.End = lineEnd(Text, End);
  }
  return R;
}

/// Of the blank lines around whole lines one is enough; none after an opening brace or before a closing one.
Removal::Range Removal::withoutBlankLines(Range R) const {
  StringRef Text = bufferOf(R.File);
  if (!R.Text.empty() || R.Begin != lineBegin(Text, R.Begin) || R.End == R.Begin || R.End != lineEnd(Text, R.End - 1))
    return R;
  StringRef Above = lineAbove(Text, R.Begin);
  auto BlankBelow = [&] { return R.End < Text.size() && isBlank(lineBelow(Text, R.End)); };
  if (!R.Begin || isBlank(Above) || Above.trim().ends_with("{"))
    while (BlankBelow())
      R.End = lineEnd(Text, R.End);
  if (lineBelow(Text, R.End).trim().starts_with("}") || R.End == Text.size())
    while (R.Begin && isBlank(lineAbove(Text, R.Begin)))
      R.Begin = lineBegin(Text, R.Begin - 1);
  return R;
}

/// Sorted; those that touch are one.
std::vector<Removal::Range> Removal::merged(std::vector<Range> All) const {
  llvm::sort(All, [](const Range &A, const Range &B) {
    return std::tuple(A.File, A.Begin, A.End, A.Text) < std::tuple(B.File, B.Begin, B.End, B.Text);
  });
  std::vector<Range> Out;
  for (Range &R : All) {
    bool Touches = !Out.empty() && Out.back().File == R.File && R.Begin <= Out.back().End;
    if (Touches && R.Text.empty() && Out.back().Text.empty())
      Out.back().End = std::max(Out.back().End, R.End);
    else if (!Touches || R.Begin >= Out.back().End)
      Out.push_back(std::move(R));
  }
  return Out;
}

std::vector<Edit> Removal::edits() {
  findUses();
  do
    closeUpwards();
  while (takeCallsOfEmptied() || takeUnused());
  std::vector<Range> All;
  for (const Stmt *X : Gone)
    if (!inGone(S.parent(X)))
      addRanges(X, All);
  for (Range &R : All)
    R = widened(R);
  for (const Decl *D : GoneDecls)
    for (const Decl *Each : D->redecls()) {
      if (const auto *V = dyn_cast<VarDecl>(Each); V && V->isLocalVarDecl())
        continue;
      const auto *F = dyn_cast<FunctionDecl>(Each);
      Range R = widened(rangeOf(Each->getSourceRange(), F && F->doesThisDeclarationHaveABody()));
      R.Begin = commentAbove(bufferOf(R.File), R.Begin);
      All.push_back(R);
    }
  All = merged(std::move(All));
  for (Range &R : All)
    R = withDirectives(R);
  All = merged(std::move(All));
  for (Range &R : All)
    R = withoutBlankLines(R);
  std::vector<Edit> Out;
  for (const Range &R : merged(std::move(All)))
    Out.push_back(S.replace(R.File, R.Begin, R.End, R.Text));
  for (const Range &R : merged(Texts)) {
    Range Tidy = R;
    if (size_t Above = commentAbove(bufferOf(R.File), R.Begin); speaksOfLock(bufferOf(R.File).slice(Above, R.Begin)))
      Tidy.Begin = Above;
    Tidy = withoutBlankLines(Tidy);
    Out.push_back(S.replace(Tidy.File, Tidy.Begin, Tidy.End, ""));
  }
  return Out;
}

} // namespace offmain::fix
