// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a lambda that runs later takes along: which values can be carried, and how a list of captures is written.
#ifndef OFFMAIN_FIX_CAPTURES_H
#define OFFMAIN_FIX_CAPTURES_H

#include "fix/Scene.h"
#include "clang/AST/RecursiveASTVisitor.h"

namespace offmain::fix {

/// One capture: `Name = Init`, or just `Name`.
struct Captured {
  std::string Name, Init;
  bool Guarded = false; ///< a QPointer that may be null by then
  bool Plain = false;   ///< a variable of the function, taken along under its own name
  bool Same = false;    ///< what any statement means by it: `this`, the receiver, a variable that is Plain
};

/// "[a, b = x]"
std::string captureList(llvm::ArrayRef<Captured> Captures);

/// What the value of an expression depends on. Without any of it, it is a constant: the same wherever it is read.
class Readers : public clang::RecursiveASTVisitor<Readers> {
public:
  bool Locals = false, This = false, Calls = false, Lambdas = false;
  bool Changes = false; ///< calls, or sets something: evaluated twice it is not the same
  llvm::StringSet<> Names;
  bool VisitDeclRefExpr(clang::DeclRefExpr *X);
  bool VisitMemberExpr(clang::MemberExpr *X) { return readsThrough(X->isArrow() && !llvm::isa<clang::CXXThisExpr>(X->getBase()->IgnoreImplicit())); }
  bool VisitArraySubscriptExpr(clang::ArraySubscriptExpr *X) { return readsThrough(!X->getType().isConstQualified() || !X->getBase()->IgnoreImpCasts()->getType()->isArrayType()); }
  bool VisitCXXThisExpr(clang::CXXThisExpr *) { return This = true; }
  bool VisitCallExpr(clang::CallExpr *X);
  bool VisitPredefinedExpr(clang::PredefinedExpr *) { return Calls = true; } // names the function it stands in
  bool VisitBinaryOperator(clang::BinaryOperator *X) {
    Changes |= X->isAssignmentOp();
    return true;
  }
  bool VisitUnaryOperator(clang::UnaryOperator *X) {
    Changes |= X->isIncrementDecrementOp();
    return readsThrough(X->isIncrementDecrementOp() || X->getOpcode() == clang::UO_Deref);
  }
  bool TraverseLambdaExpr(clang::LambdaExpr *X, DataRecursionQueue * = nullptr) {
    Lambdas |= X->capture_size() != 0; // one without is a constant
    return true;
  }

private:
  /// What a constant points to is none.
  bool readsThrough(bool Does) {
    Calls |= Does;
    return true;
  }
};

/// A copy of it holds all that it means. Types of Qt share what they hold; of the program's own all fields are asked.
bool owns(const Scene &S, clang::QualType T, unsigned Depth = 0);
/// It shares bytes that somebody else owns, as QString::fromRawData() makes it; of a variable, as far as its initializer tells.
bool borrows(const clang::Expr *X);
/// A variable or parameter of the function itself: what a capture can name.
bool isLocal(const clang::Expr *X);
/// The type as source spells it.
std::string typeName(const Scene &S, clang::QualType T);

} // namespace offmain::fix

#endif
