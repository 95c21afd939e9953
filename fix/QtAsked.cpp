// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See QtAsked.h.
//
//   list->clear();          posted, it happens after
//   n = list->count();      which stays, for its result is used
//
// Same object: reached by the same variable or member. Only calls that are findings themselves count: what may be called on any
// thread says nothing about the object's state on the screen.
#include "fix/QtAsked.h"
#include "fix/Mentions.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

/// The variable or member that the receiver is reached by; null for `this`.
static const ValueDecl *rootOf(const CXXMemberCallExpr *Call) {
  const Expr *At = Call->getImplicitObjectArgument()->IgnoreParenImpCasts();
  while (const auto *Inner = dyn_cast<CXXMemberCallExpr>(At))
    At = Inner->getImplicitObjectArgument()->IgnoreParenImpCasts();
  if (const auto *M = dyn_cast<MemberExpr>(At))
    return M->getMemberDecl();
  const auto *R = dyn_cast<DeclRefExpr>(At);
  return R ? R->getDecl() : nullptr;
}

bool isAskedLater(const Scene &S, const CXXMemberCallExpr *Call) {
  const FunctionDecl *F = outermostFunction(S, Call);
  const Stmt *Loop = outermostLoop(S, Call);
  return F && F->getBody() && anyIn(F->getBody(), [&](const Stmt *X) {
    const auto *Other = dyn_cast<CXXMemberCallExpr>(X);
    if (!Other || Other == Call || !S.targetAt(Other) || S.statementOf(S.chainEnd(Other)) || rootOf(Other) != rootOf(Call))
      return false;
    return S.sources().isBeforeInTranslationUnit(Call->getEndLoc(), Other->getBeginLoc()) ||
           (Loop && anyIn(Loop, [&](const Stmt *Y) { return Y == X; }));
  });
}

} // namespace offmain::fix
