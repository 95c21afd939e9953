// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See LockedRegions.h.
#include "fix/LockedRegions.h"
#include "fix/Mentions.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

namespace {

using Region = std::vector<const Stmt *>;

/// GLib and the C library: what a lock of the toolkit is not for.
bool needsNoToolkit(const Scene &S, const FunctionDecl *F) {
  if (!F || !S.isOutside(F) || !F->getDeclName().isIdentifier() || isa<CXXMethodDecl>(F))
    return false;
  StringRef Name = F->getName();
  if (Name.starts_with("g_object_") || Name.starts_with("g_signal_emit"))
    return false;
  return Name.starts_with("g_") || Name.starts_with("_") || !Name.contains('_');
}

bool callsToolkit(const Scene &S, const Region &R) {
  return any_of(R, [&](const Stmt *Each) {
    return anyIn(Each, [&](const Stmt *X) {
      const auto *Call = dyn_cast<CallExpr>(X);
      return Call && !needsNoToolkit(S, Call->getDirectCallee());
    });
  });
}

/// The field or global variable that the lvalue is, wherever else it can be reached from.
const ValueDecl *sharedBy(const Expr *X) {
  X = X->IgnoreParenImpCasts();
  while (const auto *Element = dyn_cast<ArraySubscriptExpr>(X))
    X = Element->getBase()->IgnoreParenImpCasts();
  if (const auto *Field = dyn_cast<MemberExpr>(X)) {
    const VarDecl *V = baseVariable(Field);
    return V && V->hasLocalStorage() ? nullptr : Field->getMemberDecl();
  }
  const auto *R = dyn_cast<DeclRefExpr>(X);
  const auto *V = R ? dyn_cast<VarDecl>(R->getDecl()) : nullptr;
  return V && V->hasGlobalStorage() ? V : nullptr;
}

/// Calls Take for each field or global variable that X sets.
void eachSet(const Stmt *X, function_ref<void(const ValueDecl *)> Take) {
  anyIn(X, [&](const Stmt *Each) {
    const Expr *Target = nullptr;
    if (const auto *Binary = dyn_cast<BinaryOperator>(Each); Binary && Binary->isAssignmentOp())
      Target = Binary->getLHS();
    else if (const auto *Unary = dyn_cast<UnaryOperator>(Each); Unary && (Unary->isIncrementDecrementOp() || Unary->getOpcode() == UO_AddrOf))
      Target = Unary->getSubExpr();
    if (const ValueDecl *D = Target ? sharedBy(Target) : nullptr)
      Take(D);
    return false;
  });
}

const LockMark *markOf(ArrayRef<LockMark> Marks, const Stmt *X) {
  auto It = find_if(Marks, [&](const LockMark &M) { return M.Whole == X; });
  return It == Marks.end() ? nullptr : &*It;
}

class Poster {
public:
  Poster(Scene &S, ArrayRef<LockMark> Marks, StringSet<> &Taken, std::string &Why, const Stmt *&Blamed)
      : S(S), Marks(Marks), Taken(Taken), Why(Why), Blamed(Blamed), Around(outermostFunction(S, Marks.front().Whole)) {}
  std::optional<std::vector<Edit>> run();

private:
  bool refuse(const Stmt *At, const Twine &Because) {
    Why = Because.str();
    Blamed = At;
    return false;
  }
  bool regionsOf(const CompoundStmt *Block);
  bool pair(const LockMark &From, Region Between);
  bool post(size_t I);
  bool sharesNothing(const Region &R, ArrayRef<Carried> Values, const Stmt *Mark);

  Scene &S;
  ArrayRef<LockMark> Marks;
  StringSet<> &Taken;
  std::string &Why;
  const Stmt *&Blamed;
  const FunctionDecl *Around;
  std::vector<Region> Regions;
  std::vector<const Stmt *> Takes; ///< of each region
  std::vector<Closure> Closures;
  std::vector<const VarDecl *> Gone;
  std::vector<Edit> Edits;
};

bool Poster::regionsOf(const CompoundStmt *Block) {
  const LockMark *Open = nullptr;
  Region Between;
  for (const Stmt *Each : Block->body()) {
    const LockMark *Mark = markOf(Marks, Each);
    if (!Mark) {
      Between.push_back(Each);
      continue;
    }
    if (Mark->Takes == (Open != nullptr))
      return refuse(Mark->Whole, Open ? "the lock is taken twice in this block of statements"
                                      : "the lock is not taken in the same block of statements");
    if (Open && !pair(*Open, Between))
      return false;
    Open = Open ? nullptr : Mark;
    Between.clear();
  }
  return !Open || refuse(Open->Whole, "the lock is not given back in the same block of statements");
}

bool Poster::pair(const LockMark &From, Region Between) {
  erase_if(Between, [](const Stmt *X) { return isa<NullStmt>(X); });
  for (const Stmt *Each : Between)
    if (anyIn(Each, [&](const Stmt *X) { return markOf(Marks, X); }))
      return refuse(From.Whole, "the lock is given back on more than one path");
  if (!callsToolkit(S, Between))
    return refuse(From.Whole, "no call of GTK is made under the lock here, so it guards data: give them a mutex of their own");
  Regions.push_back(Between);
  Takes.push_back(From.Whole);
  return true;
}

/// What the thread works out under the lock is not needed without it, and what it takes along is its own.
bool Poster::sharesNothing(const Region &R, ArrayRef<Carried> Values, const Stmt *Mark) {
  DenseSet<const ValueDecl *> SetInside, SetElsewhere;
  for (const Stmt *Each : R)
    eachSet(Each, [&](const ValueDecl *D) { SetInside.insert(D); });
  for (const Decl *D : S.topLevel())
    if (const auto *F = dyn_cast<FunctionDecl>(D); F && F != Around && F->doesThisDeclarationHaveABody())
      eachSet(F->getBody(), [&](const ValueDecl *V) { SetElsewhere.insert(V); });
  std::string Name;
  anyIn(Around->getBody(), [&](const Stmt *X) {
    const auto *E = dyn_cast<Expr>(X);
    const ValueDecl *D = E ? sharedBy(E) : nullptr;
    bool Inside = D && any_of(R, [&](const Stmt *Each) { return anyIn(Each, [&](const Stmt *Y) { return X == Y; }); });
    if (D && !Inside && SetInside.contains(D) && isa<MemberExpr, DeclRefExpr>(E))
      Name = D->getNameAsString();
    return !Name.empty();
  });
  if (!Name.empty())
    return refuse(Mark, "'" + Name + "' is set under the lock and used outside of it");
  for (const Stmt *Each : R)
    anyIn(Each, [&](const Stmt *X) {
      const auto *E = dyn_cast<Expr>(X);
      const ValueDecl *D = E && isa<MemberExpr, DeclRefExpr>(E) ? sharedBy(E) : nullptr;
      bool Early = D && any_of(Values, [&](const Carried &C) {
                     return C.How.How != Holding::Object && StringRef(C.Value).contains(D->getName());
                   });
      bool Foreign = D && (SetElsewhere.contains(D) || !S.sources().isInMainFile(S.sources().getExpansionLoc(D->getLocation())));
      if (Early && Foreign && !D->getType().isConstQualified())
        Name = D->getNameAsString();
      return !Name.empty();
    });
  return Name.empty() || refuse(Mark, "'" + Name + "' is read under the lock, and others may set it");
}

bool Poster::post(size_t I) {
  Move M;
  M.Statements = Regions[I];
  for (size_t Other = 0; Other != Regions.size(); ++Other)
    if (Other != I)
      append_range(M.Elsewhere, Regions[Other]);
  M.Goes = [](const CallExpr *) { return true; }; // they were made under the lock
  auto What = moveOut(S, M, Why);
  if (!What || !sharesNothing(Regions[I], What->Values, Takes[I])) {
    Blamed = Takes[I];
    return false;
  }
  ClosureShape Shape;
  Shape.Result = "return " + sourceRemove(S) + ";";
  auto C = makeClosure(S, M, Shape, Taken, Why);
  if (!C)
    return refuse(Takes[I], Why);
  std::vector<std::string> Lines = C->Setup;
  Lines.push_back(idleAdd(S, *C, Regions[I].front()));
  Edits.push_back(writeInstead(S, M, Lines));
  append_range(Gone, C->Locals);
  Closures.push_back(std::move(*C));
  return true;
}

std::optional<std::vector<Edit>> Poster::run() {
  Blamed = Marks.front().Whole;
  if (!Around || !Around->getBody())
    return Why = "it stands in no function", std::nullopt;
  std::vector<const CompoundStmt *> Blocks;
  for (const LockMark &M : Marks) {
    const auto *Block = dyn_cast_or_null<CompoundStmt>(S.parent(M.Whole));
    if (!Block)
      return refuse(M.Whole, "whether the lock is held depends on a condition or a jump here"), std::nullopt;
    if (!is_contained(Blocks, Block))
      Blocks.push_back(Block);
  }
  for (const CompoundStmt *Block : Blocks)
    if (!regionsOf(Block))
      return std::nullopt;
  for (size_t I = 0; I != Regions.size(); ++I)
    if (!post(I))
      return std::nullopt;
  if (Closures.empty())
    return Edits;
  auto Definitions = define(S, Marks.front().Whole, Closures, Why);
  if (!Definitions)
    return std::nullopt;
  Edits.push_back(*Definitions);
  append_range(Edits, undeclare(S, Gone));
  return Edits;
}

} // namespace

std::vector<LockMark> withoutReleases(const Scene &S, ArrayRef<LockMark> Marks) {
  DenseSet<const Stmt *> Released;
  for (const LockMark &M : Marks) {
    const auto *Block = dyn_cast_or_null<CompoundStmt>(S.parent(M.Whole));
    if (!Block)
      continue;
    std::vector<const LockMark *> Own;
    for (const Stmt *Each : Block->body())
      if (const LockMark *Mark = markOf(Marks, Each))
        Own.push_back(Mark);
    bool Releases = Own.size() % 2 == 0;
    for (size_t I = 0; I != Own.size(); ++I)
      Releases &= Own[I]->Takes == (I % 2 == 1);
    for (const LockMark *Mark : Own)
      if (Releases)
        Released.insert(Mark->Whole);
  }
  std::vector<LockMark> Out;
  copy_if(Marks, std::back_inserter(Out), [&](const LockMark &M) { return !Released.contains(M.Whole); });
  return Out;
}

std::optional<std::vector<Edit>> postRegions(Scene &S, ArrayRef<LockMark> Marks, StringSet<> &Taken, std::string &Why,
                                             const Stmt *&Blamed) {
  return Poster(S, Marks, Taken, Why, Blamed).run();
}

} // namespace offmain::fix
