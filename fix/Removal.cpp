// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Removal.h: what goes. What its text is: RemovalText.cpp.
#include "fix/Removal.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Regex.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

const Stmt *wholeStatement(const Scene &S, const Stmt *X) {
  const SourceManager &Sources = S.sources();
  if (!X->getBeginLoc().isMacroID()) {
    const auto *E = dyn_cast<Expr>(X);
    return E ? S.statementOf(E) : S.isStatement(X) ? X : nullptr;
  }
  CharSourceRange Use = Sources.getExpansionRange(X->getBeginLoc());
  auto WrittenByIt = [&](const Stmt *Other) {
    return all_of(std::array{Other->getBeginLoc(), Other->getEndLoc()}, [&](SourceLocation At) {
      return At.isMacroID() && Sources.getExpansionRange(At).getBegin() == Use.getBegin();
    });
  };
  if (!WrittenByIt(X)) // the name of the function at most
    return X->getEndLoc().isMacroID() || !isa<Expr>(X) ? nullptr : S.statementOf(cast<Expr>(X));
  const Stmt *Parent = S.parent(X);
  for (; Parent && WrittenByIt(Parent); Parent = S.parent(X))
    X = Parent;
  if (!S.isStatement(X))
    return nullptr;
  // The macro writes more than this one.
  for (const Stmt *Other : Parent->children())
    if (Other && Other != X && WrittenByIt(Other) && !isa<NullStmt>(Other))
      return nullptr;
  return X;
}

/// Questions: the headers do not mark them as free of effects.
static bool onlyAsks(const FunctionDecl *F) {
  static const Regex Getter("^(g|gtk|gdk)_([a-z_]+_)?(get|is|has)_");
  return F && F->getDeclName().isIdentifier() &&
         (F->hasAttr<PureAttr>() || F->hasAttr<ConstAttr>() ||
          StringSwitch<bool>(F->getName())
              .Cases({"g_thread_self", "g_thread_get_initialized", "pthread_self", "pthread_equal"}, true)
              .Cases({"g_main_context_default", "g_main_context_is_owner"}, true)
              .Default(Getter.match(F->getName())));
}

bool isPure(const Expr *X) {
  if (const auto *Call = dyn_cast<CallExpr>(X); Call && !onlyAsks(Call->getDirectCallee()))
    return false;
  if (const auto *Made = dyn_cast<CXXConstructExpr>(X); Made && !Made->getConstructor()->isTrivial())
    return false;
  if (const auto *Binary = dyn_cast<BinaryOperator>(X); Binary && Binary->isAssignmentOp())
    return false;
  if (const auto *Unary = dyn_cast<UnaryOperator>(X); Unary && Unary->isIncrementDecrementOp())
    return false;
  if (isa<StmtExpr, CXXNewExpr, CXXDeleteExpr, CXXThrowExpr, LambdaExpr, AtomicExpr>(X))
    return false;
  return all_of(X->children(), [](const Stmt *Part) { return !Part || !isa<Expr>(Part) || isPure(cast<Expr>(Part)); });
}

namespace {

/// Uses of what no other unit sees: local variables, static functions and static variables of the file itself.
class UseSearch : public RecursiveASTVisitor<UseSearch> {
public:
  explicit UseSearch(function_ref<void(const DeclRefExpr *, const FunctionDecl *)> Take, const SourceManager &Sources)
      : Take(Take), Sources(Sources) {}
  bool TraverseFunctionDecl(FunctionDecl *F) {
    const FunctionDecl *Was = std::exchange(In, F);
    bool Go = RecursiveASTVisitor::TraverseFunctionDecl(F);
    In = Was;
    return Go;
  }
  bool VisitDeclRefExpr(DeclRefExpr *Ref) {
    const ValueDecl *D = Ref->getDecl();
    const auto *V = dyn_cast<VarDecl>(D);
    bool Local = V && V->isLocalVarDecl();
    bool OfFile = isa<FunctionDecl, VarDecl>(D) && !isa<ParmVarDecl>(D) && D->getLinkageInternal() == Linkage::Internal &&
                  Sources.isInMainFile(Sources.getExpansionLoc(D->getLocation()));
    if (Local || OfFile)
      Take(Ref, In);
    return true;
  }

private:
  function_ref<void(const DeclRefExpr *, const FunctionDecl *)> Take;
  const SourceManager &Sources;
  const FunctionDecl *In = nullptr;
};

} // namespace

void Removal::findUses() {
  auto Take = [&](const DeclRefExpr *Ref, const FunctionDecl *In) {
    Uses[Ref->getDecl()->getCanonicalDecl()].push_back({Ref, In ? In->getCanonicalDecl() : nullptr});
  };
  UseSearch Search(Take, S.sources());
  for (Decl *D : S.topLevel())
    Search.TraverseDecl(D);
}

void Removal::drop(const Stmt *Statement) { Gone.insert(Statement); }

bool Removal::inGone(const Stmt *X) const {
  for (const Stmt *Part = nullptr; X; Part = std::exchange(X, S.parent(X)))
    if (const auto *If = dyn_cast<IfStmt>(X); Gone.contains(X) && !(If && Instead.contains(If) && Part == If->getCond()))
      return true;
  return false;
}

bool Removal::emptied(const CompoundStmt *Block) const {
  return S.written(Block->getSourceRange()) && !Block->body_empty() &&
         all_of(Block->body(), [&](const Stmt *Each) { return Gone.contains(Each) || isa<NullStmt>(Each); }) &&
         !saysMore(Block);
}

/// Blocks and branches that have nothing left in them.
void Removal::closeUpwards() {
  for (size_t I = 0; I != Gone.size(); ++I) { // grows
    const Stmt *Parent = S.parent(Gone[I]);
    const Stmt *Around = Parent ? S.parent(Parent) : nullptr;
    if (const auto *Block = dyn_cast_or_null<CompoundStmt>(Parent)) {
      if (isa_and_nonnull<CompoundStmt, IfStmt>(Around) && emptied(Block))
        Gone.insert(Block);
    } else if (const auto *If = dyn_cast_or_null<IfStmt>(Parent)) {
      bool Empty = Gone.contains(If->getThen()) && (!If->getElse() || Gone.contains(If->getElse()));
      if (Empty && !If->hasInitStorage() && !If->hasVarStorage() && (isPure(If->getCond()) || keepsCondition(If)))
        Gone.insert(If);
    }
  }
}

/// A condition that is a call is still to be made. False: it is more than that.
bool Removal::keepsCondition(const IfStmt *If) {
  const Expr *Condition = If->getCond()->IgnoreParenImpCasts();
  if (const auto *Not = dyn_cast<UnaryOperator>(Condition); Not && Not->getOpcode() == UO_LNot)
    Condition = Not->getSubExpr()->IgnoreParenImpCasts();
  if (!isa<CallExpr>(Condition) || !S.written(Condition->getSourceRange()))
    return false;
  Instead[If] = S.text(Condition).str() + ";";
  return true;
}

bool Removal::unusedNow(const Decl *D, ArrayRef<Use> All) const {
  return all_of(All, [&](const Use &U) { return U.In == D || (U.In && GoneDecls.contains(U.In)) || inGone(U.Ref); });
}

/// A variable that is only set now: the assignments go. False: it stays.
bool Removal::takeAssignments(const VarDecl *V, ArrayRef<Use> All) {
  std::vector<const Stmt *> Sets;
  for (const Use &U : All) {
    if (inGone(U.Ref) || (U.In && GoneDecls.contains(U.In)))
      continue;
    const auto *Set = dyn_cast_or_null<BinaryOperator>(S.parent(U.Ref));
    const Expr *Whole = Set && Set->getOpcode() == BO_Assign && Set->getLHS() == U.Ref && isPure(Set->getRHS())
                            ? S.statementOf(Set)
                            : nullptr;
    if (!Whole || Whole->getBeginLoc().isMacroID())
      return false;
    Sets.push_back(Whole);
  }
  Gone.insert(Sets.begin(), Sets.end());
  return true;
}

/// Static functions that have nothing left to do are not called. False: nothing was taken.
bool Removal::takeCallsOfEmptied() {
  size_t Was = Gone.size();
  for (const auto &[D, All] : Uses) {
    const FunctionDecl *F = dyn_cast<FunctionDecl>(D);
    F = F ? F->getDefinition() : nullptr;
    if (!F || !F->getReturnType()->isVoidType() || isa<CXXMethodDecl>(F))
      continue;
    if (const auto *Body = dyn_cast_or_null<CompoundStmt>(F->getBody()); !Body || !emptied(Body))
      continue;
    for (const Use &U : All) {
      const Stmt *Call = S.parent(U.Ref);
      while (isa_and_nonnull<ImplicitCastExpr, ParenExpr>(Call))
        Call = S.parent(Call);
      if (isa_and_nonnull<CallExpr>(Call) && !inGone(Call))
        if (const Stmt *Whole = wholeStatement(S, Call))
          Gone.insert(Whole);
    }
  }
  return Gone.size() != Was;
}

/// What has lost all of its uses. False: nothing.
bool Removal::takeUnused() {
  bool Grew = false;
  for (auto &[D, All] : Uses) {
    if (GoneDecls.contains(D))
      continue;
    bool Lost = any_of(All, [&](const Use &U) { return (U.In && U.In != D && GoneDecls.contains(U.In)) || inGone(U.Ref); });
    if (!Lost)
      continue;
    const auto *V = dyn_cast<VarDecl>(D);
    if (V && (V->getType().isDestructedType() || (V->hasInit() && !isPure(V->getInit()))))
      continue;
    const DeclStmt *Statement = V && V->isLocalVarDecl() ? S.declarationOf(V) : nullptr;
    if (V && V->isLocalVarDecl() && !(Statement && Statement->isSingleDecl()))
      continue;
    if (!S.written({D->getBeginLoc(), D->getLocation()}) || !(V ? takeAssignments(V, All) : unusedNow(D, All)))
      continue;
    if (Statement)
      Gone.insert(Statement);
    GoneDecls.insert(D);
    Grew = true;
  }
  return Grew;
}

} // namespace offmain::fix
