// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An object that a thread makes with a parent of another thread → one without a parent.
//
//   socket = new QTcpSocket(this);   ──▶   socket = new QTcpSocket;
//                                          connect(this, &QThread::finished, socket, &QObject::deleteLater);
//
// A parent has to live where its child does (https://doc.qt.io/qt-6/qobject.html#setParent), and a QThread object lives
// where it was made. What the parent would have deleted is deleted by the thread's end instead, which still serves
// deleteLater() (https://doc.qt.io/qt-6/qthread.html#finished); where there is no such end it must be seen to be
// deleted, or to be a variable of the function itself.
#include "fix/Scene.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

namespace {

/// Whether a function deletes what a variable or member points to, or gives it up.
class Deletes : public RecursiveASTVisitor<Deletes> {
public:
  explicit Deletes(const ValueDecl *Variable) : Variable(Variable) {}
  bool Found = false;
  bool VisitCXXDeleteExpr(CXXDeleteExpr *X) {
    Found |= is(X->getArgument());
    return true;
  }
  bool VisitCXXMemberCallExpr(CXXMemberCallExpr *X) {
    const CXXMethodDecl *M = X->getMethodDecl();
    StringRef Name = M && M->getDeclName().isIdentifier() ? M->getName() : "";
    Found |= is(X->getImplicitObjectArgument()) && (Name == "deleteLater" || Name == "setParent");
    return true;
  }
  /// connect(…, variable, &QObject::deleteLater)
  bool VisitDeclRefExpr(DeclRefExpr *X) {
    const auto *M = dyn_cast<CXXMethodDecl>(X->getDecl());
    Named |= M && M->getDeclName().isIdentifier() && M->getName() == "deleteLater";
    return true;
  }
  bool Named = false;

private:
  bool is(const Expr *X) const {
    X = X->IgnoreParenImpCasts();
    const auto *R = dyn_cast<DeclRefExpr>(X);
    const auto *M = dyn_cast<MemberExpr>(X);
    return (R && R->getDecl() == Variable) || (M && M->getMemberDecl() == Variable);
  }
  const ValueDecl *Variable;
};

/// Where the new object goes: the statement that is the whole of it, and the variable.
struct Kept {
  const Stmt *Statement = nullptr;
  const ValueDecl *Variable = nullptr;
  std::string Text;
};

/// The variable that an expression is the initial value of.
const VarDecl *initialOf(const Scene &S, const Expr *X) {
  auto Parents = S.context().getParents(*X);
  while (!Parents.empty() && Parents[0].get<Expr>())
    Parents = S.context().getParents(Parents[0]);
  const auto *V = Parents.empty() ? nullptr : Parents[0].get<VarDecl>();
  return V && V->getInit() && V->getInit()->IgnoreUnlessSpelledInSource() == X ? V : nullptr;
}

/// `X *x = new X(…);` or `x = new X(…);`
Kept keptBy(const Scene &S, const Expr *New) {
  const Stmt *Up = S.parent(New);
  while (Up && isa<ImplicitCastExpr, ExprWithCleanups, ParenExpr>(Up))
    Up = S.parent(Up);
  if (const auto *Set = dyn_cast_or_null<BinaryOperator>(Up); Set && Set->getOpcode() == BO_Assign) {
    const Expr *To = Set->getLHS()->IgnoreParenImpCasts();
    const auto *R = dyn_cast<DeclRefExpr>(To);
    const auto *M = dyn_cast<MemberExpr>(To);
    const Stmt *Whole = S.statementOf(Set);
    if ((R || M) && Whole)
      return {Whole, R ? R->getDecl() : M->getMemberDecl(), S.text(To).str()};
  }
  const VarDecl *V = initialOf(S, New);
  auto Parents = V ? S.context().getParents(*V) : DynTypedNodeList(DynTypedNode::create(*New));
  const auto *Declares = V && !Parents.empty() ? Parents[0].get<DeclStmt>() : nullptr;
  return Declares && Declares->isSingleDecl() ? Kept{Declares, V, V->getNameAsString()} : Kept();
}

/// The argument for the parent: the only pointer to a QObject that is given where none need be.
int parentAt(const Scene &S, const CXXConstructExpr *Made) {
  int Found = -1;
  const CXXConstructorDecl *D = Made->getConstructor();
  for (unsigned I = 0; I != Made->getNumArgs() && I != D->getNumParams(); ++I) {
    const ParmVarDecl *P = D->getParamDecl(I);
    if (isa<CXXDefaultArgExpr>(Made->getArg(I)) || !P->hasDefaultArg() ||
        !S.isA(P->getType()->getPointeeCXXRecordDecl(), "QObject"))
      continue;
    if (Found >= 0)
      return -1;
    Found = int(I);
  }
  return Found;
}

/// The edit that takes argument At out of the list; with it the parentheses, when it is the only one.
std::optional<Edit> withoutArgument(const Scene &S, const CXXConstructExpr *Made, unsigned At) {
  SourceRange Round = Made->getParenOrBraceRange();
  const Expr *Argument = Made->getArg(At);
  if (!S.written(Round) || !S.written(Argument->getSourceRange()))
    return std::nullopt;
  bool Last = At + 1 == Made->getNumArgs() || isa<CXXDefaultArgExpr>(Made->getArg(At + 1));
  if (!Last)
    return S.replace(CharSourceRange::getTokenRange(Argument->getSourceRange()), "nullptr");
  if (At)
    return S.replace(CharSourceRange::getCharRange(S.after(Made->getArg(At - 1)->getEndLoc()), S.after(Argument->getEndLoc())),
                     "");
  return S.replace(CharSourceRange::getTokenRange(Round), "");
}

bool isThisThread(const Scene &S, const Expr *Parent, const FunctionDecl *Around) {
  const auto *M = dyn_cast_or_null<CXXMethodDecl>(Around);
  return isa<CXXThisExpr>(Parent->IgnoreParenImpCasts()) && M && S.isA(M->getParent(), "QThread");
}

/// A lambda that takes `this` along for nothing but the parent needs it no more.
class Uses : public RecursiveASTVisitor<Uses> {
public:
  unsigned OfThis = 0;
  bool VisitCXXThisExpr(CXXThisExpr *) { return ++OfThis; }
};

/// Takes `this` out of the captures of the lambda around, when Parent was the only use of it.
std::optional<Edit> withoutCapture(const Scene &S, const Expr *Parent) {
  if (!isa<CXXThisExpr>(Parent->IgnoreParenImpCasts()))
    return std::nullopt;
  auto Up = S.context().getParents(*Parent);
  while (!Up.empty() && !Up[0].get<LambdaExpr>())
    Up = S.context().getParents(Up[0]);
  const auto *L = Up.empty() ? nullptr : Up[0].get<LambdaExpr>();
  Uses U;
  if (L)
    U.TraverseStmt(L->getBody());
  if (U.OfThis != 1)
    return std::nullopt;
  std::vector<LambdaCapture> Written(L->explicit_capture_begin(), L->explicit_capture_end());
  for (size_t I = 0; I != Written.size(); ++I) {
    SourceLocation At = Written[I].getLocation();
    if (!Written[I].capturesThis() || !S.written(At))
      continue;
    if (I + 1 != Written.size() && S.text(At) == "this")
      return S.replace(CharSourceRange::getCharRange(At, Written[I + 1].getLocation()), "");
    SourceLocation Begin = I ? S.after(Written[I - 1].getLocation()) : At;
    return S.text(At) == "this" ? std::optional(S.replace(CharSourceRange::getCharRange(Begin, S.after(At)), "")) : std::nullopt;
  }
  return std::nullopt;
}

/// What made the object that is called or deleted, when it was made in this function with a parent of another thread: that
/// is the cause.
const Found *madeHere(const Scene &S, const Expr *X) {
  const auto *Call = dyn_cast<CXXMemberCallExpr>(X);
  const auto *Delete = dyn_cast<CXXDeleteExpr>(X);
  const Expr *Object = Call ? Call->getImplicitObjectArgument() : Delete ? Delete->getArgument() : nullptr;
  const auto *R = Object ? dyn_cast<DeclRefExpr>(Object->IgnoreParenImpCasts()) : nullptr;
  const auto *V = R ? dyn_cast<VarDecl>(R->getDecl()) : nullptr;
  if (!V || !V->hasLocalStorage() || !V->getInit())
    return nullptr;
  const Expr *Made = V->getInit()->IgnoreUnlessSpelledInSource();
  const auto *New = dyn_cast<CXXNewExpr>(Made);
  const Found *F = S.targetAt(Made);
  return F || !New || !New->getConstructExpr() ? F : S.targetAt(New->getConstructExpr());
}

} // namespace

Proposal dropParent(Scene &S, const Found &At) {
  if (const Found *Cause = madeHere(S, At.Call))
    return dropParent(S, *Cause);
  const auto *New = dyn_cast<CXXNewExpr>(At.Call);
  const CXXConstructExpr *Made = New ? New->getConstructExpr() : dyn_cast<CXXConstructExpr>(At.Call);
  if (!Made)
    return {};
  int Parent = parentAt(S, Made);
  if (Parent < 0)
    return advice("make the object without a parent, or in the thread that its parent lives in");
  auto Without = withoutArgument(S, Made, unsigned(Parent));
  if (!Without)
    return advice("it is written by a macro");
  Proposal P;
  P.Title = "make the object without a parent of another thread";
  P.Edits.push_back(*Without);
  if (auto Capture = withoutCapture(S, Made->getArg(unsigned(Parent))))
    P.Edits.push_back(*Capture);
  if (!New)
    New = dyn_cast_or_null<CXXNewExpr>(S.parent(Made));
  if (!New)
    return P; // a variable: its scope ends it
  const FunctionDecl *Around = S.functionAround(New);
  Kept By = keptBy(S, New);
  if (By.Variable && Around && Around->getBody()) {
    Deletes D(By.Variable);
    D.TraverseStmt(Around->getBody());
    if (D.Found || D.Named)
      return P;
  }
  CharSourceRange Whole = By.Statement ? S.withSemicolon(By.Statement) : CharSourceRange();
  if (isa_and_nonnull<DeclStmt>(By.Statement) && S.written(By.Statement->getSourceRange())) // ends with its semicolon
    Whole = CharSourceRange::getCharRange(By.Statement->getBeginLoc(), S.after(By.Statement->getEndLoc()));
  if (Whole.isInvalid() || !isThisThread(S, Made->getArg(unsigned(Parent)), Around) ||
      !isa_and_nonnull<CompoundStmt>(S.parent(By.Statement)))
    return advice("without a parent nobody would delete it: make it a variable of the function, or delete it where the thread ends");
  P.Edits.push_back(S.insert(Whole.getEnd(), (S.lineEnd(Whole.getEnd()) + S.indentation(Whole.getBegin()) +
                                              "connect(this, &QThread::finished, " + By.Text + ", &QObject::deleteLater);")
                                                 .str()));
  return P;
}

} // namespace offmain::fix
