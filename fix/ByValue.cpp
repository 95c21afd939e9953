// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A lambda that runs after the function that made it, with references to that function's variables → with copies.
//
//   QTimer::singleShot(1000, this, [&] { setText(text); });   ──▶   … this, [this, text] { setText(text); });
//
// A copy means the same where nobody changes the variable afterwards, the lambda itself included, and where it owns what
// it means; pointers are copied as they are, which is what the reference led to. What the lambda was to bring back is left
// to the user.
#include "fix/Captures.h"
#include "fix/Mentions.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

namespace {

bool names(const Expr *X, const ValueDecl *V) {
  const auto *R = dyn_cast<DeclRefExpr>(X->IgnoreParenImpCasts());
  if (const auto *M = dyn_cast<MemberExpr>(X->IgnoreParenImpCasts()); M && !M->isArrow())
    return names(M->getBase(), V);
  return R && R->getDecl() == V;
}

bool isChangeable(QualType T) { return T->isLValueReferenceType() && !T->getPointeeType().isConstQualified(); }

/// The node sets V or lets others set it.
bool changes(const Stmt *X, const ValueDecl *V) {
  if (const auto *Binary = dyn_cast<BinaryOperator>(X))
    return Binary->isAssignmentOp() && names(Binary->getLHS(), V);
  if (const auto *Unary = dyn_cast<UnaryOperator>(X))
    return (Unary->isIncrementDecrementOp() || Unary->getOpcode() == UO_AddrOf) && names(Unary->getSubExpr(), V);
  if (const auto *Method = dyn_cast<CXXMemberCallExpr>(X))
    if (const CXXMethodDecl *M = Method->getMethodDecl(); M && !M->isConst() && names(Method->getImplicitObjectArgument(), V) &&
                                                          !Method->getImplicitObjectArgument()->getType()->isPointerType())
      return true;
  const auto *Call = dyn_cast<CallExpr>(X);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  if (!F)
    return false;
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call);
  const auto *M = dyn_cast<CXXMethodDecl>(F);
  bool OnObject = Operator && M && M->isInstance();
  if (OnObject && !M->isConst() && names(Operator->getArg(0), V))
    return true;
  for (unsigned I = OnObject; I < Call->getNumArgs() && I - OnObject < F->getNumParams(); ++I)
    if (isChangeable(F->getParamDecl(I - OnObject)->getType()) && names(Call->getArg(I), V))
      return true;
  return false;
}

/// Whether V is changed in the lambda or later in its function, by the order of the source and the loops around.
bool changesLater(const Scene &S, const LambdaExpr *L, const ValueDecl *V) {
  const FunctionDecl *F = outermostFunction(S, L);
  const Stmt *Loop = outermostLoop(S, L);
  if (Loop && S.sources().isBeforeInTranslationUnit(Loop->getBeginLoc(), V->getLocation()))
    Loop = nullptr; // a new one each time round
  auto Changes = [&](const Stmt *X) { return changes(X, V); };
  return !F || !F->getBody() || (Loop && anyIn(Loop, Changes)) || anyIn(F->getBody(), [&](const Stmt *X) {
    return Changes(X) && !S.sources().isBeforeInTranslationUnit(X->getBeginLoc(), L->getBeginLoc());
  });
}

/// Why a copy of V would not do.
std::string whyNotCopied(const Scene &S, const LambdaExpr *L, const ValueDecl *V) {
  QualType T = V->getType().getNonReferenceType();
  std::string Name = "'" + V->getNameAsString() + "'";
  if (T->isPointerType()) // as it was
    return changesLater(S, L, V) ? Name + " is changed later: say which value the lambda is to see" : "";
  if (S.isA(T->getAsCXXRecordDecl(), "QObject"))
    return Name + " is an object of the function itself, or one that cannot be copied: carry a pointer to one that lives longer";
  if (T->isArrayType() || !owns(S, T))
    return "a copy of " + Name + " would still refer to something that may be gone by then";
  if (changesLater(S, L, V))
    return Name + " is changed in the lambda or behind it, which a copy would not see";
  return "";
}

/// The lambda that an argument is, or the variable that holds it.
const LambdaExpr *lambdaOf(const Expr *A) {
  A = A->IgnoreUnlessSpelledInSource();
  if (const auto *R = dyn_cast<DeclRefExpr>(A))
    if (const auto *V = dyn_cast<VarDecl>(R->getDecl()); V && V->hasLocalStorage() && V->getInit())
      A = V->getInit()->IgnoreUnlessSpelledInSource();
  if (const auto *Made = dyn_cast<CXXConstructExpr>(A); Made && Made->getNumArgs() == 1) // a std::function or slot of it
    return lambdaOf(Made->getArg(0));
  return dyn_cast<LambdaExpr>(A);
}

bool refers(const LambdaExpr *L) {
  return any_of(L->captures(), [](const LambdaCapture &C) { return C.capturesVariable() && C.getCaptureKind() == LCK_ByRef; });
}

/// The first lambda with references among the arguments.
const LambdaExpr *handedOver(const Expr *X) {
  ArrayRef<const Expr *> Arguments;
  if (const auto *Call = dyn_cast<CallExpr>(X))
    Arguments = ArrayRef(Call->getArgs(), Call->getNumArgs());
  else if (const auto *Made = dyn_cast<CXXConstructExpr>(X))
    Arguments = ArrayRef(Made->getArgs(), Made->getNumArgs());
  for (const Expr *A : Arguments)
    if (const LambdaExpr *L = lambdaOf(A); L && refers(L))
      return L;
  return nullptr;
}

/// One capture as it is to be written; empty: as it cannot be.
std::string captureText(const Scene &S, const LambdaExpr *L, const LambdaCapture &C, std::string &Why) {
  if (C.capturesThis())
    return C.getCaptureKind() == LCK_StarThis ? "*this" : "this";
  if (!C.capturesVariable()) {
    Why = "the lambda takes something along that cannot be written out";
    return "";
  }
  const ValueDecl *V = C.getCapturedVar();
  std::string Name = V->getNameAsString();
  const auto *Init = dyn_cast<VarDecl>(V);
  if (V->isInitCapture() && C.getCaptureKind() == LCK_ByCopy && Init && Init->getInit() && S.written(C.getLocation()))
    if (StringRef Text = S.textWithMacros(Init->getInit()->IgnoreUnlessSpelledInSource()); !Text.empty())
      return Name + " = " + Text.str();
  if (C.getCaptureKind() == LCK_ByCopy && !V->isInitCapture())
    return Name;
  if (V->isInitCapture()) {
    Why = "the lambda makes a reference of its own";
    return "";
  }
  Why = whyNotCopied(S, L, V);
  return Why.empty() ? Name : "";
}

} // namespace

Proposal captureByValue(Scene &S, const Found &At) {
  const LambdaExpr *L = handedOver(At.Call);
  if (!L)
    return {};
  SourceRange List = L->getIntroducerRange();
  if (!S.written(List))
    return advice("the lambda is written by a macro");
  std::vector<std::string> Texts;
  for (const LambdaCapture &C : L->captures()) {
    std::string Why, Text = captureText(S, L, C, Why);
    if (!Why.empty())
      return advice(Why);
    if (!is_contained(Texts, Text))
      Texts.push_back(Text);
  }
  Proposal P;
  P.Title = "have the lambda take copies along";
  P.Edits.push_back(S.replace(CharSourceRange::getTokenRange(List), "[" + join(Texts, ", ") + "]"));
  return P;
}

} // namespace offmain::fix
