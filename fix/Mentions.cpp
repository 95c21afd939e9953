// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Mentions.h.
#include "fix/Mentions.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

namespace {

class AnyIn : public RecursiveASTVisitor<AnyIn> {
public:
  explicit AnyIn(function_ref<bool(const Stmt *)> Such) : Such(Such) {}
  bool VisitStmt(Stmt *X) { return !Such(X); }

private:
  function_ref<bool(const Stmt *)> Such;
};

} // namespace

bool anyIn(const Stmt *X, function_ref<bool(const Stmt *)> Such) {
  return !AnyIn(Such).TraverseStmt(const_cast<Stmt *>(X));
}

/// The mention of the variable whose bytes the lvalue is made of.
static const DeclRefExpr *baseMention(const Expr *X) {
  while (true) {
    X = X->IgnoreParenImpCasts();
    if (const auto *Field = dyn_cast<MemberExpr>(X); Field && !Field->isArrow())
      X = Field->getBase();
    else if (const auto *Element = dyn_cast<ArraySubscriptExpr>(X);
             Element && Element->getBase()->IgnoreParenImpCasts()->getType()->isArrayType())
      X = Element->getBase();
    else
      break;
  }
  const auto *R = dyn_cast<DeclRefExpr>(X);
  return R && isa<VarDecl>(R->getDecl()) ? R : nullptr;
}

const VarDecl *baseVariable(const Expr *X) {
  const DeclRefExpr *R = baseMention(X);
  return R ? cast<VarDecl>(R->getDecl()) : nullptr;
}

const Stmt *statementAround(const Scene &S, const Stmt *X) {
  auto Parents = S.context().getParents(*X);
  if (!Parents.empty() && Parents[0].get<VarDecl>())
    Parents = S.context().getParents(Parents[0]);
  return Parents.empty() ? nullptr : Parents[0].get<Stmt>();
}

const Stmt *outermostLoop(const Scene &S, const Stmt *X) {
  const Stmt *Loop = nullptr;
  for (const Stmt *Each = statementAround(S, X); Each; Each = statementAround(S, Each))
    if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(Each))
      Loop = Each;
  return Loop;
}

const FunctionDecl *outermostFunction(const Scene &S, const Stmt *X) {
  const FunctionDecl *Out = nullptr;
  auto Parents = S.context().getParents(*X);
  while (!Parents.empty()) {
    if (const auto *F = Parents[0].get<FunctionDecl>())
      Out = F;
    Parents = S.context().getParents(Parents[0]);
  }
  return Out;
}

/// Sets a variable, or takes its address, which may come to the same.
static const Expr *target(const Stmt *X) {
  const auto *Binary = dyn_cast<BinaryOperator>(X);
  if (Binary && Binary->isAssignmentOp())
    return Binary->getLHS();
  const auto *Unary = dyn_cast<UnaryOperator>(X);
  return Unary && (Unary->isIncrementDecrementOp() || Unary->getOpcode() == UO_AddrOf) ? Unary->getSubExpr() : nullptr;
}

/// What a call gets to write to: an array, passed to a parameter that is not const.
static void filled(const Stmt *X, function_ref<void(const Expr *)> Take) {
  const auto *Call = dyn_cast<CallExpr>(X);
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  for (unsigned I = 0; F && I != Call->getNumArgs(); ++I) {
    const VarDecl *V = baseVariable(Call->getArg(I));
    QualType To = I < F->getNumParams() ? F->getParamDecl(I)->getType() : QualType();
    if (V && V->getType()->isArrayType() && !To.isNull() && To->isPointerType() && !To->getPointeeType().isConstQualified())
      Take(Call->getArg(I));
  }
}

bool startsConstant(const Scene &S, const VarDecl *V) {
  const Expr *Init = V->getInit();
  return Init && (Init->isIntegerConstantExpr(S.context()) || Init->isNullPointerConstant(S.context(), Expr::NPC_NeverValueDependent));
}

Mentions::Mentions(const Scene &S, ArrayRef<const Stmt *> Leaving, ArrayRef<const Stmt *> Elsewhere, bool Constants,
                   ArrayRef<const Stmt *> Staying)
    : S(S), Leaving(Leaving) {
  const FunctionDecl *F = outermostFunction(S, Leaving.front());
  if (!F || !F->getBody())
    return;
  std::vector<const VarDecl *> Order;
  std::vector<const DeclRefExpr *> Settings;
  anyIn(F->getBody(), [&](const Stmt *X) {
    if (const auto *R = dyn_cast<DeclRefExpr>(X))
      if (const auto *V = dyn_cast<VarDecl>(R->getDecl()))
        All[V].push_back(R);
    if (const auto *D = dyn_cast<DeclStmt>(X))
      for (const Decl *Each : D->decls())
        if (const auto *V = dyn_cast<VarDecl>(Each))
          Order.push_back(V);
    auto Sets = [&](const Expr *To) {
      if (const DeclRefExpr *R = baseMention(To)) {
        Set.insert(cast<VarDecl>(R->getDecl()));
        Settings.push_back(R);
      }
    };
    if (const Expr *To = target(X))
      Sets(To);
    filled(X, Sets);
    return false;
  });
  DenseSet<const Stmt *> Gone;
  DenseSet<const VarDecl *> Inside;
  auto Collect = [&](const Stmt *Part, DenseSet<const Stmt *> &Into, DenseSet<const VarDecl *> *Declared) {
    anyIn(Part, [&](const Stmt *X) {
      if (isa<DeclRefExpr>(X))
        Into.insert(X);
      if (const auto *D = dyn_cast<DeclStmt>(X); D && Declared)
        for (const Decl *Each : D->decls())
          if (const auto *V = dyn_cast<VarDecl>(Each))
            Declared->insert(V);
      return false;
    });
  };
  for (const Stmt *Each : Leaving)
    Collect(Each, InLeaving, &Inside);
  for (const Stmt *Each : Staying)
    anyIn(Each, [&](const Stmt *X) {
      InLeaving.erase(X);
      return false;
    });
  for (const Stmt *Each : Elsewhere)
    Collect(Each, Gone, nullptr);
  for (const DeclRefExpr *R : Settings)
    if (!InLeaving.contains(R))
      SetByOthers.insert(cast<VarDecl>(R->getDecl()));
  for (const VarDecl *V : Order) {
    if (!V->hasLocalStorage())
      continue;
    bool Here = false, Stays = false, Also = false;
    for (const DeclRefExpr *R : All[V]) {
      Here |= InLeaving.contains(R);
      Also |= Gone.contains(R);
      Stays |= !InLeaving.contains(R) && !(Gone.contains(R) && !Inside.contains(V));
    }
    if (Stays || (!Here && !Inside.contains(V)))
      continue;
    if (!Inside.contains(V) && V->hasInit() && !(Constants && startsConstant(S, V)))
      continue; // it is carried
    Going.insert(V);
    if (Also)
      Shared.insert(V);
    if (!Inside.contains(V))
      FromOutside.push_back(V);
  }
}

bool Mentions::sets(const Stmt *X, const VarDecl *V) {
  return anyIn(X, [&](const Stmt *Each) {
    const auto *D = dyn_cast<DeclStmt>(Each);
    const Expr *To = target(Each);
    return (D && is_contained(D->decls(), V)) || (To && baseVariable(To) == V);
  });
}

bool Mentions::declaredIn(const VarDecl *V, const Stmt *X) const {
  return anyIn(X, [&](const Stmt *Each) {
    const auto *D = dyn_cast<DeclStmt>(Each);
    return D && is_contained(D->decls(), V);
  });
}

/// Through this argument the call gives a value and takes none. Headers do not say so; these are the iterators and numbers of
/// GTK's getters, and the new rows of its stores (https://docs.gtk.org/gtk3/method.ListStore.append.html).
static bool isOut(const CallExpr *Call, unsigned I) {
  const FunctionDecl *F = Call->getDirectCallee();
  if (!F || I >= F->getNumParams() || !F->getDeclName().isIdentifier())
    return false;
  StringRef Name = F->getName(), Parameter = F->getParamDecl(I)->getName();
  QualType To = F->getParamDecl(I)->getType();
  if (!To->isPointerType() || To->getPointeeType().isConstQualified())
    return false;
  if (To->getPointeeType()->isArithmeticType())
    return Name.contains("_get_");
  if (Name.contains("_store_"))
    return Parameter == "iter" && (Name.contains("_append") || Name.contains("_prepend") || Name.contains("_store_insert"));
  return Name.contains("_get_") && (Name.ends_with("_iter") || Name.contains("_get_iter")) && !Name.contains("_from_iter") &&
         Parameter.contains("iter");
}

bool Mentions::writtenFirst(const VarDecl *V) const {
  for (const Stmt *Each : Leaving) {
    bool Writes = false, Reads = false;
    // Parents come before children, so the first node that is about it tells.
    anyIn(Each, [&](const Stmt *X) {
      if (const auto *Call = dyn_cast<CallExpr>(X); Call && Shared.contains(V)) {
        for (unsigned I = 0; I != Call->getNumArgs(); ++I) {
          const auto *Address = dyn_cast<UnaryOperator>(Call->getArg(I)->IgnoreParenImpCasts());
          if (!Address || Address->getOpcode() != UO_AddrOf || baseVariable(Address->getSubExpr()) != V)
            continue;
          (isOut(Call, I) ? Writes : Reads) = true;
        }
        if (Writes || Reads) {
          Writes &= !Reads;
          return true;
        }
      }
      const auto *Binary = dyn_cast<BinaryOperator>(X);
      if (Binary && Binary->getOpcode() == BO_Assign && baseVariable(Binary->getLHS()) == V)
        Reads = anyIn(Binary->getRHS(), [&](const Stmt *Y) { return isa<DeclRefExpr>(Y) && cast<DeclRefExpr>(Y)->getDecl() == V; });
      else if (const auto *R = dyn_cast<DeclRefExpr>(X); R && R->getDecl() == V)
        return Reads = true;
      const Expr *To = target(X);
      Writes = !Reads && To && baseVariable(To) == V;
      return Writes || Reads;
    });
    if (Writes || Reads)
      return Writes;
  }
  return true;
}

bool Mentions::readLater(const VarDecl *V) const {
  if (!V || !V->hasLocalStorage())
    return true;
  // The loops around the statements that do not make the variable anew.
  SmallVector<const Stmt *> Loops;
  for (const Stmt *X = statementAround(S, Leaving.front()); X; X = statementAround(S, X)) {
    if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(X) && !declaredIn(V, X))
      Loops.push_back(X);
  }
  auto It = All.find(V);
  if (It == All.end())
    return false;
  SourceLocation Begin = S.sources().getExpansionLoc(Leaving.front()->getBeginLoc());
  return any_of(It->second, [&](const DeclRefExpr *R) {
    if (InLeaving.contains(R))
      return false;
    bool Around = any_of(Loops, [&](const Stmt *Loop) { return anyIn(Loop, [&](const Stmt *X) { return X == R; }); });
    return Around || S.sources().isBeforeInTranslationUnit(Begin, S.sources().getExpansionLoc(R->getLocation()));
  });
}

} // namespace offmain::fix
