// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A look at a body's statements before its graph is walked, for what the graph does not tell: whose result nobody uses,
// and which calls are only the bookkeeping of a range-based loop.
#include "extract/Walker.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;
using namespace llvm;

namespace offmain {

void Walker::discard(const Expr *X) {
  while (true) {
    if (const auto *C = dyn_cast<CastExpr>(X); C && C->getType()->isVoidType())
      X = C->getSubExpr();
    else if (const auto *P = dyn_cast<ParenExpr>(X))
      X = P->getSubExpr();
    else if (const auto *F = dyn_cast<FullExpr>(X))
      X = F->getSubExpr();
    else if (const auto *T = dyn_cast<CXXBindTemporaryExpr>(X))
      X = T->getSubExpr();
    else if (const auto *M = dyn_cast<MaterializeTemporaryExpr>(X))
      X = M->getSubExpr();
    else
      break;
  }
  if (const auto *O = dyn_cast<BinaryOperator>(X); O && O->getOpcode() == BO_Comma) {
    discard(O->getLHS());
    return discard(O->getRHS());
  }
  if (const auto *C = dyn_cast<ConditionalOperator>(X)) {
    discard(C->getTrueExpr());
    return discard(C->getFalseExpr());
  }
  Discarded.insert(X);
}

static const Expr *firstCall(const Expr *X) {
  X = X ? X->IgnoreImplicit() : nullptr;
  if (const auto *W = dyn_cast_or_null<CXXRewrittenBinaryOperator>(X))
    X = W->getSemanticForm()->IgnoreImplicit();
  while (const auto *U = dyn_cast_or_null<UnaryOperator>(X)) // `!=` made of `==`
    X = U->getSubExpr()->IgnoreImplicit();
  return X;
}

void Walker::surveyLoop(const CXXForRangeStmt *S) {
  const Expr *Range = S->getRangeInit();
  if (Range && Range->getType()->isArrayType() && S->getLoopVariable())
    ArrayLoops[S->getLoopVariable()] = Range;
  auto SkipOutside = [&](const Expr *X) {
    const auto *C = dyn_cast_or_null<CallExpr>(firstCall(X));
    if (C && C->getDirectCallee() && E.outside(C->getDirectCallee()))
      Skipped.insert(C);
  };
  SkipOutside(S->getCond());
  SkipOutside(S->getInc());
  if (const Expr *Tested = S->getCond())
    Skipped.insert(Tested->IgnoreParens());
  if (const DeclStmt *End = S->getEndStmt())
    if (const auto *V = dyn_cast<VarDecl>(End->getSingleDecl())) {
      SkipOutside(V->getInit());
      if (V->getInit())
        Skipped.insert(V->getInit());
    }
}

void Walker::survey(const Stmt *Root) {
  SmallVector<const Stmt *, 32> Left = {Root};
  while (!Left.empty()) {
    const Stmt *S = Left.pop_back_val();
    if (!S)
      continue;
    if (const auto *Loop = dyn_cast<CXXForRangeStmt>(S))
      surveyLoop(Loop);
    // Children of statements that are expressions are discarded, but for conditions and returned values.
    bool Discards = isa<CompoundStmt, LabelStmt, CaseStmt, DefaultStmt, AttributedStmt>(S);
    auto Body = [&](const Stmt *Child) {
      if (const auto *X = dyn_cast_or_null<Expr>(Child))
        discard(X);
      else
        Left.push_back(Child);
    };
    if (Discards) {
      const auto *Case = dyn_cast<SwitchCase>(S);
      if (Case)
        Body(Case->getSubStmt());
      else
        for (const Stmt *Child : S->children())
          Body(Child);
    } else if (const auto *If = dyn_cast<IfStmt>(S)) {
      Body(If->getThen());
      Body(If->getElse());
    } else if (const auto *For = dyn_cast<ForStmt>(S)) {
      Body(For->getInit());
      Body(For->getInc());
      Body(For->getBody());
    } else if (const auto *While = dyn_cast<WhileStmt>(S)) {
      Body(While->getBody());
    } else if (const auto *Do = dyn_cast<DoStmt>(S)) {
      Body(Do->getBody());
    } else if (const auto *Range = dyn_cast<CXXForRangeStmt>(S)) {
      Body(Range->getBody());
    } else if (const auto *Switch = dyn_cast<SwitchStmt>(S)) {
      Body(Switch->getBody());
    } else if (!isa<Expr, DeclStmt, ReturnStmt>(S)) {
      for (const Stmt *Child : S->children())
        if (!isa_and_nonnull<Expr>(Child))
          Left.push_back(Child);
    }
  }
}

} // namespace offmain
