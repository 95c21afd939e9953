// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Connections: the context object that a functor's connection lacks, the type that it had better not have.
//
//   connect(worker, &Worker::done, [this] { … });   ──▶   connect(worker, &Worker::done, this, [this] { … });
//
//   connect(worker, &Worker::done, this, &Window::show, Qt::DirectConnection);   ──▶   … this, &Window::show);
//
// With a context object the functor runs on that object's thread and not after its death
// (https://doc.qt.io/qt-6/qobject.html#connect-6). It is the object that the functor works on. Where that are several, it
// is `this` when that is a widget, else the first widget among them: widgets share a thread. A functor that works on
// nothing in particular gets qApp.
#include "fix/QtQueued.h"
#include "fix/Scene.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

namespace {

constexpr llvm::StringLiteral Unclear("give the connection a context object that lives on the thread the functor is to run on");

/// A QObject that a functor's body calls methods of, as it is written where the functor is made.
struct Used {
  std::string Text;
  bool Widget = false, Thread = false;
  bool OfWidget = false; ///< `this` or a member of it, which is a widget
};

/// What a functor works on, in the order of its text.
class Receivers : public RecursiveASTVisitor<Receivers> {
public:
  explicit Receivers(const Scene &S) : S(S) {}
  std::vector<Used> All;
  bool VisitCXXMemberCallExpr(CXXMemberCallExpr *X) {
    note(X->getImplicitObjectArgument()->IgnoreParenImpCasts());
    return true;
  }

private:
  void note(const Expr *X) {
    bool Pointer = X->getType()->isPointerType();
    const CXXRecordDecl *R = Pointer ? X->getType()->getPointeeCXXRecordDecl() : X->getType()->getAsCXXRecordDecl();
    if (!S.isA(R, "QObject"))
      return;
    std::string Text;
    if (isa<CXXThisExpr>(X))
      Text = "this";
    else if (outside(X))
      Text = (Pointer ? "" : "&") + S.text(X).str();
    if (!Text.empty() && none_of(All, [&](const Used &U) { return U.Text == Text; }))
      All.push_back({Text, S.isA(R, "QWidget"), S.isA(R, "QThread"), ofWidget(X)});
  }

  /// A member of the object around, or a variable that was there before the functor.
  bool outside(const Expr *X) const {
    if (const auto *M = dyn_cast<MemberExpr>(X))
      return isa<FieldDecl>(M->getMemberDecl()) && isa<CXXThisExpr>(M->getBase()->IgnoreParenImpCasts());
    const auto *D = dyn_cast<DeclRefExpr>(X);
    const auto *V = D ? dyn_cast<VarDecl>(D->getDecl()) : nullptr;
    return V && (!V->hasLocalStorage() || D->refersToEnclosingVariableOrCapture()) && !V->isInitCapture();
  }

  bool ofWidget(const Expr *X) const {
    if (const auto *M = dyn_cast<MemberExpr>(X))
      X = M->getBase()->IgnoreParenImpCasts();
    return isa<CXXThisExpr>(X) && S.isA(X->getType()->getPointeeCXXRecordDecl(), "QWidget");
  }

  const Scene &S;
};

std::string choose(ArrayRef<Used> All) {
  if (any_of(All, [](const Used &U) { return U.OfWidget; }))
    return "this";
  for (const Used &U : All)
    if (U.Widget)
      return U.Text;
  std::vector<Used> Rest;
  copy_if(All, std::back_inserter(Rest), [](const Used &U) { return !U.Thread; });
  if (Rest.size() == 1)
    return Rest.front().Text;
  return any_of(Rest, [](const Used &U) { return U.Text == "this"; }) ? "this" : "";
}

/// An object to be copied by the caller: `this` when the lambda has it and is a QObject's, else the one QObject that it takes along.
std::string contextByCaptures(const Scene &S, const LambdaExpr *L) {
  std::vector<std::string> Objects;
  for (const LambdaCapture &C : L->captures()) {
    if (C.capturesThis()) {
      const auto *M = dyn_cast_or_null<CXXMethodDecl>(S.functionAround(L));
      if (M && S.isA(M->getParent(), "QObject"))
        return "this";
    } else if (C.capturesVariable() && !C.getCapturedVar()->isInitCapture()) {
      QualType T = C.getCapturedVar()->getType().getNonReferenceType();
      bool Pointer = T->isPointerType();
      if (S.isA(Pointer ? T->getPointeeCXXRecordDecl() : T->getAsCXXRecordDecl(), "QObject"))
        Objects.push_back((Pointer ? "" : "&") + C.getCapturedVar()->getNameAsString());
    }
  }
  return Objects.size() == 1 ? Objects.front() : "";
}

/// The context object for a functor; "" when nothing says which one is meant.
std::string contextOf(Scene &S, const Expr *Functor) {
  if (const auto *Address = dyn_cast<UnaryOperator>(Functor))
    Functor = Address->getSubExpr()->IgnoreParenImpCasts();
  const LambdaExpr *L = dyn_cast<LambdaExpr>(Functor);
  if (const auto *D = dyn_cast<DeclRefExpr>(Functor)) {
    if (const auto *F = dyn_cast<FunctionDecl>(D->getDecl())) {
      Receivers R(S);
      if (const FunctionDecl *Defined = F->getDefinition(); Defined && Defined->getBody())
        R.TraverseStmt(Defined->getBody());
      std::string Chosen = choose(R.All);
      return Chosen.empty() && S.hasMacro("qApp") ? "qApp" : Chosen;
    }
    const auto *V = dyn_cast<VarDecl>(D->getDecl());
    if (V && V->getInit())
      L = dyn_cast<LambdaExpr>(V->getInit()->IgnoreUnlessSpelledInSource());
  }
  if (L) {
    Receivers R(S);
    R.TraverseStmt(L->getBody());
    std::string Chosen = choose(R.All);
    return Chosen.empty() ? contextByCaptures(S, L) : Chosen;
  }
  // std::bind(&Window::show, window, …)
  const auto *Bind = dyn_cast<CallExpr>(Functor);
  const FunctionDecl *F = Bind ? Bind->getDirectCallee() : nullptr;
  if (!F || !F->isInStdNamespace() || F->getDeclName().getAsString() != "bind" || Bind->getNumArgs() < 2)
    return "";
  const Expr *Object = Bind->getArg(1)->IgnoreUnlessSpelledInSource();
  return S.isA(Object->getType()->getPointeeCXXRecordDecl(), "QObject") ? S.text(Object).str() : "";
}

/// The first argument that can be the functor; -1: the call takes none.
int firstFunctor(const CallExpr *Call) {
  const FunctionDecl *F = Call->getDirectCallee();
  if (!F || !F->getDeclName().isIdentifier())
    return -1;
  return StringSwitch<int>(F->getName())
      .Case("connect", 2)
      .Case("singleShot", 1)
      .Cases({"then", "onFailed", "onCanceled", "callOnTimeout"}, 0)
      .Default(-1);
}

} // namespace

Proposal addContextObject(Scene &S, const Found &At) {
  const auto *Call = dyn_cast<CallExpr>(At.Call);
  int First = Call ? firstFunctor(Call) : -1;
  if (First < 0)
    return advice("the connection is not written out");
  if (std::string Why = whyNotQueued(S, Call); !Why.empty())
    return advice(Why);
  const Expr *Functor = nullptr, *Launch = nullptr;
  for (unsigned I = First; I < Call->getNumArgs() && !Functor; ++I) {
    const Expr *A = Call->getArg(I)->IgnoreUnlessSpelledInSource();
    if (const auto *Enum = A->getType()->getAs<EnumType>())
      Launch = Enum->getDecl()->getName() == "Launch" ? A : nullptr;
    else if (!A->getType()->isIntegerType() && (I || !First))
      Functor = A;
  }
  if (!Functor || !S.written(Functor->getSourceRange()))
    return advice(Unclear.str());
  if (Launch && !S.written(Launch->getSourceRange()))
    return advice("the connection is written by a macro");
  std::string Context = contextOf(S, Functor);
  if (Context.empty())
    return advice(Unclear.str());
  Proposal P;
  P.Title = "connect with '" + Context + "' as the context object";
  if (Launch) // the context says where it runs
    P.Edits.push_back(S.replace(CharSourceRange::getTokenRange(Launch->getSourceRange()), Context));
  else
    P.Edits.push_back(S.insert(Functor->getBeginLoc(), Context + ", "));
  return P;
}

namespace {

/// The enumerators of a connection's type: one, or several with '|' between them in a cast. False: it is something else.
bool enumerators(const Expr *X, std::vector<const DeclRefExpr *> &Into) {
  X = X->IgnoreUnlessSpelledInSource();
  if (const auto *Cast = dyn_cast<ExplicitCastExpr>(X))
    return enumerators(Cast->getSubExpr(), Into);
  if (const auto *Or = dyn_cast<BinaryOperator>(X))
    return Or->getOpcode() == BO_Or && enumerators(Or->getLHS(), Into) && enumerators(Or->getRHS(), Into);
  const auto *D = dyn_cast<DeclRefExpr>(X);
  const auto *Constant = D ? dyn_cast<EnumConstantDecl>(D->getDecl()) : nullptr;
  if (!Constant || cast<EnumDecl>(Constant->getDeclContext())->getName() != "ConnectionType")
    return false;
  Into.push_back(D);
  return true;
}

bool runsInPlace(const DeclRefExpr *D) {
  StringRef Name = cast<EnumConstantDecl>(D->getDecl())->getName();
  return Name == "DirectConnection" || Name == "BlockingQueuedConnection";
}

} // namespace

Proposal dropConnectionType(Scene &S, const Found &At) {
  const auto *Call = dyn_cast<CallExpr>(At.Call);
  if (std::string Why = Call ? whyNotQueued(S, Call) : ""; !Why.empty())
    return advice(Why);
  for (unsigned I = 1; Call && I < Call->getNumArgs(); ++I) {
    std::vector<const DeclRefExpr *> Kinds;
    if (!enumerators(Call->getArg(I), Kinds) || none_of(Kinds, runsInPlace))
      continue;
    const Expr *Type = Call->getArg(I)->IgnoreUnlessSpelledInSource();
    if (!S.written(Type->getSourceRange()))
      return advice("the connection's type is written by a macro");
    Proposal P;
    P.Title = "leave the connection's type to Qt";
    erase_if(Kinds, runsInPlace);
    if (!Kinds.empty()) { // Qt::UniqueConnection stays
      std::string Rest = S.text(Kinds.front()).str();
      for (const DeclRefExpr *D : ArrayRef(Kinds).drop_front())
        Rest += (" | " + S.text(D)).str();
      P.Edits.push_back(S.replace(CharSourceRange::getTokenRange(Type->getSourceRange()),
                                  Kinds.size() == 1 ? Rest : "Qt::ConnectionType(" + Rest + ")"));
      return P;
    }
    // From behind the argument before, which SIGNAL() and SLOT() may have written.
    SourceLocation Begin = S.after(Call->getArg(I - 1)->getSourceRange().getEnd());
    if (Begin.isInvalid())
      return advice("the connection is written by a macro");
    P.Edits.push_back(S.replace(CharSourceRange::getCharRange(Begin, S.after(Type->getEndLoc())), ""));
    return P;
  }
  return advice("the connection's type is not written at the connection");
}

} // namespace offmain::fix
