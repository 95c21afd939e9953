// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where a function mentions its variables, seen from statements that are to leave it: which variables leave with them,
// which are read by what stays.
//
// By the order in the source and the loops around, not by a flow graph: a mention after the statements, or in a loop that holds
// both, counts as one that comes later.
#ifndef OFFMAIN_FIX_MENTIONS_H
#define OFFMAIN_FIX_MENTIONS_H

#include "fix/Scene.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace offmain::fix {

/// Whether one of the nodes of X, itself included, is such a one.
bool anyIn(const clang::Stmt *X, llvm::function_ref<bool(const clang::Stmt *)> Such);
/// The variable whose bytes the lvalue is made of: v, v.a, v[2]; null for what is behind a pointer.
const clang::VarDecl *baseVariable(const clang::Expr *X);
/// What X is a part of; for an initialiser the declaration.
const clang::Stmt *statementAround(const Scene &S, const clang::Stmt *X);
/// The outermost loop around X in its function; null if there is none.
const clang::Stmt *outermostLoop(const Scene &S, const clang::Stmt *X);
/// The function around all lambdas.
const clang::FunctionDecl *outermostFunction(const Scene &S, const clang::Stmt *X);

/// Its initialiser is NULL or a number.
bool startsConstant(const Scene &S, const clang::VarDecl *V);

class Mentions {
public:
  /// `Constants`: variables whose initialiser is a constant may leave with it. `Staying`: parts of Leaving that stay.
  Mentions(const Scene &S, llvm::ArrayRef<const clang::Stmt *> Leaving, llvm::ArrayRef<const clang::Stmt *> Elsewhere,
           bool Constants = false, llvm::ArrayRef<const clang::Stmt *> Staying = {});
  /// All that mentions the variable leaves.
  bool goes(const clang::VarDecl *V) const { return Going.contains(V); }
  /// Of those, the ones whose declaration stands outside; in the order of their declarations.
  llvm::ArrayRef<const clang::VarDecl *> goingFromOutside() const { return FromOutside; }
  /// The first mention among those that leave sets it, so that nobody can tell it from a new one.
  bool writtenFirst(const clang::VarDecl *V) const;
  /// Something that stays may use it after the statements. Null: who knows.
  bool readLater(const clang::VarDecl *V) const;
  /// The function sets the variable somewhere, or lets others set it.
  bool isSet(const clang::VarDecl *V) const { return Set.contains(V); }
  /// Something that stays does.
  bool isSetByOthers(const clang::VarDecl *V) const { return SetByOthers.contains(V); }
  /// The statement declares the variable, sets it or lets others set it.
  static bool sets(const clang::Stmt *X, const clang::VarDecl *V);
  bool declaredIn(const clang::VarDecl *V, const clang::Stmt *X) const;

private:
  const Scene &S;
  llvm::ArrayRef<const clang::Stmt *> Leaving;
  llvm::DenseMap<const clang::VarDecl *, std::vector<const clang::DeclRefExpr *>> All;
  llvm::DenseSet<const clang::Stmt *> InLeaving; ///< mentions
  llvm::DenseSet<const clang::VarDecl *> Going, Set, SetByOthers;
  llvm::DenseSet<const clang::VarDecl *> Shared; ///< of those that go, the ones that go to several functions
  std::vector<const clang::VarDecl *> FromOutside;
};

} // namespace offmain::fix

#endif
