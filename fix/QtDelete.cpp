// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The destruction of an object of another thread → its event loop is asked to do it.
//
//   delete label;   ──▶   if (label) label->deleteLater();
//
// deleteLater() may be called on any thread (https://doc.qt.io/qt-6/qobject.html#deleteLater).
#include "fix/Mentions.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

/// The destructor is written in the project, and more is taken down behind the delete: what it uses may be among that.
static bool outlivesWhatItUses(const Scene &S, const CXXDeleteExpr *Delete) {
  const CXXRecordDecl *R = Delete->getDestroyedType()->getAsCXXRecordDecl();
  const CXXDestructorDecl *D = R && R->hasDefinition() ? R->getDestructor() : nullptr;
  const FunctionDecl *F = outermostFunction(S, Delete);
  if (!D || !D->isUserProvided() || S.isOutside(D) || !F || !F->getBody())
    return false;
  return isa<CXXDestructorDecl>(F) || anyIn(F->getBody(), [&](const Stmt *X) {
           return isa<CXXDeleteExpr>(X) && S.sources().isBeforeInTranslationUnit(Delete->getBeginLoc(), X->getBeginLoc());
         });
}

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
  if (At.T->OnMain)
    return advice("the main thread deletes it here as well, and may count on it being gone: call deleteLater() where the thread comes by");
  if (outlivesWhatItUses(S, Delete))
    return advice("its destructor is the program's own and would run when what follows here is done: see that it uses nothing that goes before it");
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
