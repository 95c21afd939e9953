// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The destruction of an object of another thread → its event loop is asked to do it.
//
//   delete label;   ──▶   if (label) label->deleteLater();
//
// deleteLater() may be called on any thread (https://doc.qt.io/qt-6/qobject.html#deleteLater).
#include "fix/Scene.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

Proposal deleteLater(Scene &S, const Found &At) {
  const auto *Delete = dyn_cast<CXXDeleteExpr>(At.Call);
  if (!Delete)
    return {};
  if (Delete->isArrayForm())
    return advice("only `delete` of one object is rewritten");
  const Expr *Object = Delete->getArgument()->IgnoreParenImpCasts();
  if (!S.isA(Object->getType()->getPointeeCXXRecordDecl(), "QObject"))
    return advice("what is deleted is no QObject");
  StringRef Text = S.text(Object);
  if (Text.empty() || !S.written(Delete->getSourceRange()))
    return advice("it is written by a macro");
  bool This = isa<CXXThisExpr>(Object);
  const auto *Statement = S.statementOf(Delete);
  // Deleting nothing is allowed, calling a method of it is not; so the statement grows, and must stand in braces.
  if (!This && (!isa<DeclRefExpr, MemberExpr>(Object) || !Statement || !isa_and_nonnull<CompoundStmt>(S.parent(Statement))))
    return advice("call deleteLater() if there is an object");
  Proposal P;
  P.Title = "leave the destruction to the object's thread";
  P.Edits.push_back(S.replace(CharSourceRange::getTokenRange(Delete->getSourceRange()),
                              (This ? "" : "if (" + Text.str() + ") ") + Text.str() + "->deleteLater()"));
  return P;
}

} // namespace offmain::fix
