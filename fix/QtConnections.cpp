// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Connections: the context object that a functor's connection lacks, the type that it had better not have.
//
//   connect(worker, &Worker::done, [this] { … });   ──▶   connect(worker, &Worker::done, this, [this] { … });
//
//   connect(worker, &Worker::done, this, &Window::show, Qt::DirectConnection);   ──▶   … this, &Window::show);
//
// With a context object the functor runs on that object's thread and not after its death
// (https://doc.qt.io/qt-6/qobject.html#connect-6).
#include "fix/Scene.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

/// The object the lambda works on: `this` when it is a QObject, else the one QObject it captures.
static std::string contextOf(const Scene &S, const LambdaExpr *L) {
  std::vector<std::string> Objects;
  for (const LambdaCapture &C : L->captures()) {
    if (C.capturesThis()) {
      const auto *M = dyn_cast_or_null<CXXMethodDecl>(S.functionAround(L));
      const CXXRecordDecl *R = M ? M->getParent() : nullptr;
      if (R && S.isA(R, "QObject"))
        return "this";
    } else if (C.capturesVariable() && C.getCaptureKind() == LCK_ByCopy && !C.getCapturedVar()->isInitCapture() &&
               S.isA(C.getCapturedVar()->getType()->getPointeeCXXRecordDecl(), "QObject")) {
      Objects.push_back(C.getCapturedVar()->getNameAsString());
    }
  }
  return Objects.size() == 1 ? Objects.front() : "";
}

Proposal addContextObject(Scene &S, const Found &At) {
  const auto *Call = dyn_cast<CallExpr>(At.Call);
  if (!Call || Call->getNumArgs() < 3)
    return advice("the connection is not written out");
  const Expr *Functor = Call->getArg(2)->IgnoreImplicit();
  const auto *L = dyn_cast<LambdaExpr>(Functor->IgnoreParenImpCasts());
  if (!L || !S.written(L->getSourceRange()))
    return advice("give the connection a context object that lives on the thread the functor is to run on");
  std::string Context = contextOf(S, L);
  if (Context.empty())
    return advice("give the connection a context object that lives on the thread the functor is to run on");
  Proposal P;
  P.Title = "connect with '" + Context + "' as the context object";
  P.Edits.push_back(S.insert(L->getBeginLoc(), Context + ", "));
  return P;
}

Proposal dropConnectionType(Scene &S, const Found &At) {
  const auto *Call = dyn_cast<CallExpr>(At.Call);
  for (unsigned I = 1; Call && I < Call->getNumArgs(); ++I) {
    const auto *Type = dyn_cast<DeclRefExpr>(Call->getArg(I)->IgnoreUnlessSpelledInSource());
    const auto *Constant = Type ? dyn_cast<EnumConstantDecl>(Type->getDecl()) : nullptr;
    if (!Constant || cast<EnumDecl>(Constant->getDeclContext())->getName() != "ConnectionType")
      continue;
    SourceRange Before = Call->getArg(I - 1)->getSourceRange();
    if (!S.written(Type->getSourceRange()))
      return advice("the connection's type is written by a macro");
    // From behind the argument before, which SIGNAL() and SLOT() may have written.
    SourceLocation Begin = S.after(Before.getEnd());
    if (Begin.isInvalid())
      return advice("the connection is written by a macro");
    Proposal P;
    P.Title = "leave the connection's type to Qt";
    P.Edits.push_back(S.replace(CharSourceRange::getCharRange(Begin, S.after(Type->getEndLoc())), ""));
    return P;
  }
  return advice("the connection's type is not written at the connection");
}

} // namespace offmain::fix
