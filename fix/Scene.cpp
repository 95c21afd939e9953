// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Scene.h.
#include "fix/Scene.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

Proposal advice(std::string Why) {
  Proposal P;
  P.Advice = std::move(Why);
  return P;
}

namespace {

/// Visits what a finding can stand at.
class Search : public RecursiveASTVisitor<Search> {
public:
  explicit Search(function_ref<void(const Expr *, SourceLocation)> Take) : Take(Take) {}
  bool shouldVisitTemplateInstantiations() const { return false; }
  bool VisitCallExpr(CallExpr *X) {
    Take(X, placeOf(X));
    return true;
  }
  bool VisitCXXConstructExpr(CXXConstructExpr *X) {
    Take(X, X->getBeginLoc());
    return true;
  }
  bool VisitCXXNewExpr(CXXNewExpr *X) {
    Take(X, X->getBeginLoc());
    return true;
  }
  bool VisitCXXDeleteExpr(CXXDeleteExpr *X) {
    Take(X, X->getBeginLoc());
    return true;
  }

private:
  function_ref<void(const Expr *, SourceLocation)> Take;
};

using Place = std::tuple<std::string, uint32_t, uint32_t>;

/// Implicit nodes around an expression mean nothing to its text.
const Stmt *throughImplicit(const Scene &S, const Stmt *X, const Stmt *&Parent) {
  Parent = S.parent(X);
  while (Parent && (isa<ImplicitCastExpr, ExprWithCleanups, MaterializeTemporaryExpr, CXXBindTemporaryExpr, ParenExpr>(Parent))) {
    X = Parent;
    Parent = S.parent(X);
  }
  return X;
}

} // namespace

Scene::Scene(ASTContext &Context, std::vector<Decl *> TopLevel)
      : Context(Context), Where(Context.getSourceManager(), Context.getLangOpts()), TopLevel(std::move(TopLevel)) {
  Context.setTraversalScope(this->TopLevel);
}

std::vector<Found> Scene::find(ArrayRef<Target> Targets) {
  std::map<Place, std::vector<size_t>> Wanted;
  All.clear();
  for (const Target &T : Targets) {
    Wanted[{T.At.File, T.At.Line, T.At.Column}].push_back(All.size());
    All.push_back({&T, nullptr});
  }
  auto Take = [&](const Expr *X, SourceLocation At) {
    auto [File, Offset] = sources().getDecomposedExpansionLoc(At);
    if (File.isInvalid() || Where.outsideFile(File))
      return;
    Place P{Where.path(File).str(), sources().getLineNumber(File, Offset), sources().getColumnNumber(File, Offset)};
    auto It = Wanted.find(P);
    if (It == Wanted.end())
      return;
    for (size_t I : It->second)
      if (!All[I].Call) // the outermost: parents are visited first
        All[I].Call = X;
  };
  Search Visitor(Take);
  for (Decl *D : TopLevel)
    Visitor.TraverseDecl(D);
  for (size_t I = 0; I != All.size(); ++I)
    if (All[I].Call)
      ByCall.try_emplace(All[I].Call, I);
  for (size_t I = 0; I != All.size(); ++I)
    if (All[I].Call)
      if (const Expr *S = statementOf(chainEnd(All[I].Call)))
        ByStatement.try_emplace(S, I);
  return All;
}

const Found *Scene::targetOf(const Stmt *Statement) const {
  const Expr *X = dyn_cast<Expr>(Statement);
  if (!X)
    return nullptr;
  auto It = ByStatement.find(X);
  return It == ByStatement.end() ? nullptr : &All[It->second];
}

const Found *Scene::targetAt(const Expr *X) const {
  auto It = ByCall.find(X);
  return It == ByCall.end() ? nullptr : &All[It->second];
}

const Stmt *Scene::parent(const Stmt *S) const {
  auto Parents = Context.getParents(*S);
  return Parents.empty() ? nullptr : Parents[0].get<Stmt>();
}

const FunctionDecl *Scene::functionAround(const Stmt *S) const {
  DynTypedNode Node = DynTypedNode::create(*S);
  while (true) {
    auto Parents = Context.getParents(Node);
    if (Parents.empty())
      return nullptr;
    Node = Parents[0];
    if (const auto *F = Node.get<FunctionDecl>())
      return F;
    if (const auto *L = Node.get<LambdaExpr>())
      return L->getCallOperator();
  }
}

const Expr *Scene::chainEnd(const Expr *X) const {
  while (true) {
    const Stmt *Parent = nullptr;
    const Stmt *Top = throughImplicit(*this, X, Parent);
    const auto *Member = dyn_cast_or_null<MemberExpr>(Parent);
    const auto *Next = Member && Member->getBase() == Top ? dyn_cast_or_null<CXXMemberCallExpr>(parent(Member)) : nullptr;
    if (!Next)
      return X;
    X = Next;
  }
}

const Expr *Scene::statementOf(const Expr *X) const {
  const Stmt *Parent = nullptr;
  const Stmt *Top = throughImplicit(*this, X, Parent);
  return Parent && isWhole(Top, Parent) ? cast<Expr>(Top) : nullptr;
}

bool Scene::isWhole(const Stmt *Top, const Stmt *Parent) const {
  bool Whole = isa<CompoundStmt, LabelStmt>(Parent);
  if (const auto *Case = dyn_cast<SwitchCase>(Parent))
    Whole = Case->getSubStmt() == Top;
  if (const auto *If = dyn_cast<IfStmt>(Parent))
    Whole = If->getThen() == Top || If->getElse() == Top;
  else if (const auto *For = dyn_cast<ForStmt>(Parent))
    Whole = For->getBody() == Top;
  else if (const auto *While = dyn_cast<WhileStmt>(Parent))
    Whole = While->getBody() == Top;
  else if (const auto *Range = dyn_cast<CXXForRangeStmt>(Parent))
    Whole = Range->getBody() == Top;
  else if (const auto *Do = dyn_cast<DoStmt>(Parent))
    Whole = Do->getBody() == Top;
  return Whole;
}

bool Scene::isStatement(const Stmt *X) const {
  const Stmt *Parent = parent(X);
  return Parent && isWhole(X, Parent);
}

const DeclStmt *Scene::declarationOf(const VarDecl *V) const {
  auto Parents = Context.getParents(*V);
  return Parents.empty() ? nullptr : Parents[0].get<DeclStmt>();
}

bool Scene::written(SourceRange R) const {
  return R.isValid() && !R.getBegin().isMacroID() && !R.getEnd().isMacroID() &&
         sources().getFileID(R.getBegin()) == sources().getFileID(R.getEnd());
}

StringRef Scene::text(SourceRange R) const {
  return written(R) ? Lexer::getSourceText(CharSourceRange::getTokenRange(R), sources(), language()) : StringRef();
}

StringRef Scene::textWithMacros(const Stmt *S) const {
  CharSourceRange R = CharSourceRange::getTokenRange(S->getSourceRange());
  return Lexer::getSourceText(Lexer::makeFileCharRange(R, sources(), language()), sources(), language());
}

CharSourceRange Scene::withSemicolon(const Stmt *S) const {
  if (!written(S->getSourceRange()))
    return {};
  if (isa<DeclStmt>(S)) // whose range has it
    return CharSourceRange::getCharRange(S->getBeginLoc(), after(S->getEndLoc()));
  auto Next = Lexer::findNextToken(S->getEndLoc(), sources(), language());
  if (!Next || Next->isNot(tok::semi))
    return {};
  return CharSourceRange::getCharRange(S->getBeginLoc(), Next->getEndLoc());
}

SourceLocation Scene::after(SourceLocation At) const {
  if (At.isMacroID())
    At = sources().getExpansionRange(At).getEnd();
  return Lexer::getLocForEndOfToken(At, 0, sources(), language());
}

StringRef Scene::indentation(SourceLocation At) const {
  auto [File, Offset] = sources().getDecomposedLoc(At);
  StringRef Text = sources().getBufferData(File);
  size_t Line = Text.take_front(Offset).rfind('\n');
  Line = Line == StringRef::npos ? 0 : Line + 1;
  return Text.substr(Line).take_while([](char C) { return C == ' ' || C == '\t'; });
}

std::string Scene::indentUnit(SourceLocation At) const {
  // The least indentation in the file that is not none.
  StringRef Text = sources().getBufferData(sources().getFileID(At));
  size_t Least = 0;
  while (!Text.empty()) {
    auto [Line, Rest] = Text.split('\n');
    if (Line.starts_with("\t"))
      return "\t";
    size_t Spaces = Line.take_while([](char C) { return C == ' '; }).size();
    StringRef First = Line.drop_front(Spaces);
    if (Spaces > 1 && !First.empty() && !First.starts_with("*") && (!Least || Spaces < Least))
      Least = Spaces;
    Text = Rest;
  }
  return std::string(Least ? std::min<size_t>(Least, 8) : 4, ' ');
}

StringRef Scene::lineEnd(SourceLocation At) const {
  StringRef Text = sources().getBufferData(sources().getFileID(At));
  size_t End = Text.find('\n');
  return End != StringRef::npos && End && Text[End - 1] == '\r' ? "\r\n" : "\n";
}

Edit Scene::replace(CharSourceRange R, std::string Text) const {
  auto [File, Begin] = sources().getDecomposedLoc(R.getBegin());
  unsigned End = sources().getDecomposedLoc(R.getEnd()).second;
  if (R.isTokenRange())
    End += Lexer::MeasureTokenLength(R.getEnd(), sources(), language());
  return replace(File, Begin, End, std::move(Text));
}

Edit Scene::replace(FileID File, unsigned Begin, unsigned End, std::string Text) const {
  return {Where.path(File).str(), Begin, End - Begin, std::move(Text)};
}

Edit Scene::insert(SourceLocation At, std::string Text) const {
  return replace(CharSourceRange::getCharRange(At, At), std::move(Text));
}

std::vector<Edit> Scene::include(ArrayRef<StringRef> Names, SourceLocation At) const {
  auto [File, Offset] = sources().getDecomposedLoc(At);
  StringRef Text = sources().getBufferData(File).take_front(Offset);
  StringSet<> There;
  size_t After = Text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  unsigned Depth = 0, Directives = 0, Outermost = 0; // an include guard is around everything
  for (size_t Begin = After; Begin < Text.size();) {
    size_t End = std::min(Text.find('\n', Begin), Text.size());
    StringRef Line = Text.slice(Begin, End).trim();
    Begin = End + 1;
    if (!Line.consume_front("#"))
      continue;
    Line = Line.ltrim();
    Outermost += Directives++ == 0 && Line.starts_with("ifndef");
    Depth += Line.starts_with("if");
    Depth -= Depth && Line.starts_with("endif");
    if (!Line.consume_front("include"))
      continue;
    There.insert(Line.trim().trim("<>\""));
    if (Depth <= Outermost)
      After = std::min(End + 1, Text.size());
  }
  std::vector<Edit> Lines;
  for (StringRef Name : Names)
    if (!There.contains(Name))
      Lines.push_back({Where.path(File).str(), uint32_t(After), 0, ("#include <" + Name + ">" + lineEnd(At)).str()});
  return Lines;
}

bool Scene::hasComment(const Stmt *S) const {
  if (!written(S->getSourceRange()))
    return false;
  auto [File, Begin] = sources().getDecomposedLoc(S->getBeginLoc());
  StringRef All = sources().getBufferData(File); // ends with a null, which the lexer relies on
  const char *End = All.data() + sources().getDecomposedLoc(S->getEndLoc()).second;
  Lexer Raw(sources().getLocForStartOfFile(File), language(), All.begin(), All.data() + Begin, All.end());
  Raw.SetCommentRetentionState(true);
  Token T;
  do {
    Raw.LexFromRawLexer(T);
    if (T.is(tok::comment) || (T.is(tok::hash) && T.isAtStartOfLine()))
      return true;
  } while (T.isNot(tok::eof) && Raw.getBufferLocation() <= End);
  return false;
}

bool Scene::adjacent(const Stmt *First, const Stmt *Second) const {
  CharSourceRange Before = withSemicolon(First);
  if (Before.isInvalid() || !written(Second->getSourceRange()))
    return false;
  auto [File, Begin] = sources().getDecomposedLoc(Before.getEnd());
  auto [Other, End] = sources().getDecomposedLoc(Second->getBeginLoc());
  return File == Other && Begin <= End && sources().getBufferData(File).slice(Begin, End).trim().empty();
}

bool Scene::nothingBetween(const Stmt *First, const Stmt *Second) const {
  SourceLocation End = sources().getExpansionRange(First->getEndLoc()).getEnd(), Next = sources().getExpansionLoc(Second->getBeginLoc());
  if (sources().getFileID(End) != sources().getFileID(Next))
    return false;
  // The tokens between: a semicolon at most. A directive begins with a token, too.
  auto Token = Lexer::findNextToken(End, sources(), language());
  if (Token && Token->is(tok::semi))
    Token = Lexer::findNextToken(Token->getLocation(), sources(), language());
  return Token && Token->getLocation() == Next;
}

bool Scene::isA(const CXXRecordDecl *R, StringRef Name) const {
  if (!R)
    return false;
  if (R->getName() == Name)
    return true;
  R = R->getDefinition();
  return R && any_of(R->bases(), [&](const CXXBaseSpecifier &B) { return isA(B.getType()->getAsCXXRecordDecl(), Name); });
}

const NamedDecl *Scene::lookup(StringRef Name, const DeclContext *In) const {
  if (!In)
    In = Context.getTranslationUnitDecl();
  auto It = Context.Idents.find(Name);
  if (It == Context.Idents.end())
    return nullptr;
  auto Found = In->lookup(DeclarationName(It->second));
  return Found.empty() ? nullptr : Found.front();
}

bool Scene::hasMacro(StringRef Name) const {
  auto It = Context.Idents.find(Name);
  return It != Context.Idents.end() && It->second->hasMacroDefinition();
}

} // namespace offmain::fix
