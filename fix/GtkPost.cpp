// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GTK's calls in a thread of C → a function that the main loop runs when it is idle.
//
//   gtk_label_set_text (GTK_LABEL (app->label), text);
//   ──▶
//   {
//     ScanThreadIdle *data = g_new (ScanThreadIdle, 1);
//     …
//     g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, scan_thread_idle, data, scan_thread_idle_free);
//   }
//
// g_idle_add_full() may be called on any thread, and sources of equal priority are dispatched in the order they were added
// (https://docs.gtk.org/glib/func.idle_add_full.html, https://docs.gtk.org/glib/main-loop.html), so calls keep their order. Neighbours
// go together; all of a function is one proposal, for posting some calls and making others at once would change that order.
#include "fix/Closure.h"
#include "fix/Mentions.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

namespace {

/// Statements that go to one function.
using Region = std::vector<const Stmt *>;

class GtkPoster {
public:
  GtkPoster(Scene &S, const FunctionDecl *Around) : S(S), Around(Around) {}
  Proposal make(const Found &At);

private:
  bool isTarget(const Stmt *X) const;
  bool hasTarget(const Stmt *X) const {
    return anyIn(X, [&](const Stmt *Each) { return isTarget(Each); });
  }
  const Stmt *unitOf(const Stmt *Call, std::string &Why) const;
  bool follows(ArrayRef<const Stmt *> Before, const Stmt *Next) const;
  void regionsOf(const CompoundStmt *Block);
  bool goes(const Region &R, std::string &Why) const;
  Move moveOf(const Region &R) const;
  bool settle();
  bool isOvertaken() const;
  bool contains(const Region &R, const Stmt *X) const {
    return any_of(R, [&](const Stmt *Each) { return anyIn(Each, [&](const Stmt *Y) { return X == Y; }); });
  }

  Scene &S;
  const FunctionDecl *Around;
  std::vector<const Stmt *> Units; ///< statements that the calls are, or are needed by
  std::vector<Region> Regions;
  DenseMap<const Stmt *, std::string> Reasons; ///< unit → why it does not go with all that follows
};

/// A function with a plain name, also one that is `static inline` in a header.
static bool isOfC(const Scene &S, const FunctionDecl *F) {
  return !isa<CXXMethodDecl>(F) && F->getDeclName().isIdentifier() && (!S.language().CPlusPlus || F->isInExternCContext());
}

bool GtkPoster::isTarget(const Stmt *X) const {
  const auto *Call = dyn_cast<CallExpr>(X);
  const Found *F = Call ? S.targetAt(Call) : nullptr;
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  return F && F->T->Rule == "gtk-off-main-thread" && Callee && isOfC(S, Callee) && Callee->getName() == F->T->Callee;
}

/// The innermost statement that nothing outside of it takes the value of.
const Stmt *GtkPoster::unitOf(const Stmt *Call, std::string &Why) const {
  const Stmt *X = Call;
  while (const Stmt *Parent = statementAround(S, X)) {
    if (isa<ReturnStmt>(Parent))
      return Why = "the function returns its result: have it worked out on the main thread", nullptr;
    if (isa<LambdaExpr>(Parent))
      return X;
    if (isa<DeclStmt>(X) || (isa<Expr>(X) && S.isWhole(X, Parent)))
      if (isa<CompoundStmt, IfStmt, ForStmt, WhileStmt, DoStmt, CXXForRangeStmt, LabelStmt, SwitchCase>(Parent))
        return X;
    if (!isa<Expr, DeclStmt>(Parent)) // a condition: the whole statement depends on it
      if (!isa<Expr>(X) && !isa<DeclStmt>(X))
        return X;
    X = Parent;
  }
  return X;
}

Move GtkPoster::moveOf(const Region &R) const {
  Move M;
  M.Statements = R;
  for (const Stmt *Each : Units)
    if (!contains(R, Each))
      M.Elsewhere.push_back(Each);
  M.Goes = [this](const CallExpr *Call) { return isTarget(Call); };
  return M;
}

bool GtkPoster::goes(const Region &R, std::string &Why) const { return moveOut(S, moveOf(R), Why).has_value(); }

/// Something that is no call of GTK, but is about what the calls before it have given.
bool GtkPoster::follows(ArrayRef<const Stmt *> Before, const Stmt *Next) const {
  const auto *D = dyn_cast<DeclStmt>(Next);
  if (!isa<DeclStmt, Expr, IfStmt, ForStmt, WhileStmt>(Next))
    return false;
  if (D && all_of(D->decls(), [](const Decl *Each) { return isa<VarDecl>(Each) && !cast<VarDecl>(Each)->hasInit(); }))
    return true;
  bool OwnCalls = anyIn(Next, [&](const Stmt *X) { // the program's functions may take their time
    const auto *Call = dyn_cast<CallExpr>(X);
    return Call && !isTarget(Call) && !(Call->getDirectCallee() && S.isOutside(Call->getDirectCallee()));
  });
  if (OwnCalls)
    return false;
  return anyIn(Next, [&](const Stmt *X) {
    const auto *R = dyn_cast<DeclRefExpr>(X);
    const auto *V = R ? dyn_cast<VarDecl>(R->getDecl()) : nullptr;
    return V && V->hasLocalStorage() && any_of(Before, [&](const Stmt *Each) {
             return Mentions::sets(Each, V);
           });
  });
}

/// The longest runs of neighbours that can go together.
void GtkPoster::regionsOf(const CompoundStmt *Block) {
  std::vector<const Stmt *> All(Block->body_begin(), Block->body_end());
  for (const Stmt *&Each : All) // behind a `case`
    while (isa<SwitchCase, LabelStmt>(Each) && !is_contained(Units, Each))
      Each = isa<SwitchCase>(Each) ? cast<SwitchCase>(Each)->getSubStmt() : cast<LabelStmt>(Each)->getSubStmt();
  for (size_t I = 0; I != All.size();) {
    size_t End = I;
    bool Gone = any_of(Regions, [&](const Region &R) { return contains(R, All[I]); }); // inside of one further out
    if (is_contained(Units, All[I]) && !Gone)
      for (End = I + 1; End != All.size(); ++End)
        if (!S.nothingBetween(All[End - 1], All[End]) ||
            !(is_contained(Units, All[End]) || follows(ArrayRef(All).slice(I, End - I), All[End])))
          break;
    for (bool Longest = true; End > I; --End, Longest = false) {
      std::string Why;
      if (Region R(All.begin() + I, All.begin() + End); goes(R, Why)) {
        Regions.push_back(R);
        break;
      }
      if (Longest)
        Reasons[All[I]] = Why;
    }
    I = std::max(End, I + 1);
  }
}

/// Drops regions that only could go because others would.
bool GtkPoster::settle() {
  for (size_t Was = Regions.size() + 1; Was != Regions.size();) {
    Was = Regions.size();
    Units.clear();
    for (const Region &R : Regions)
      append_range(Units, R);
    erase_if(Regions, [&](const Region &R) {
      std::string Why;
      return !goes(R, Why);
    });
  }
  return !Regions.empty();
}

/// The variable or member that the first argument is: the object that the call is about.
static const ValueDecl *objectOf(const CallExpr *Call) {
  const ValueDecl *Out = nullptr;
  if (Call->getNumArgs())
    anyIn(Call->getArg(0), [&](const Stmt *X) {
      if (const auto *M = dyn_cast<MemberExpr>(X))
        Out = M->getMemberDecl();
      else if (const auto *R = dyn_cast<DeclRefExpr>(X); R && isa<VarDecl>(R->getDecl()))
        Out = R->getDecl();
      return Out != nullptr;
    });
  return Out;
}

/// Whether a call that stays asks an object later, and would not know yet of what was posted.
bool GtkPoster::isOvertaken() const {
  auto Follows = [&](const Region &R, const CallExpr *Stays) {
    const Stmt *Loop = outermostLoop(S, R.front());
    if (!S.sources().isBeforeInTranslationUnit(S.sources().getExpansionLoc(R.front()->getBeginLoc()), S.sources().getExpansionLoc(Stays->getBeginLoc())) &&
        !(Loop && anyIn(Loop, [&](const Stmt *X) { return X == Stays; })))
      return false;
    return any_of(R, [&](const Stmt *Each) {
      return anyIn(Each, [&](const Stmt *X) { return isTarget(X) && objectOf(Stays) && objectOf(cast<CallExpr>(X)) == objectOf(Stays); });
    });
  };
  return anyIn(Around->getBody(), [&](const Stmt *X) {
    return isTarget(X) && none_of(Regions, [&](const Region &R) { return contains(R, X); }) &&
           any_of(Regions, [&](const Region &R) { return Follows(R, cast<CallExpr>(X)); });
  });
}

Proposal GtkPoster::make(const Found &At) {
  std::string Why;
  if (anyIn(Around->getBody(), [&](const Stmt *X) { return isTarget(X) && S.targetAt(cast<CallExpr>(X))->T->OnMain; }))
    return advice("the main thread comes here as well, and may count on it being done when it goes on: post it where the thread calls '" +
                  Around->getNameAsString() + "'");
  anyIn(Around->getBody(), [&](const Stmt *X) {
    std::string Ignored;
    const Stmt *U = isTarget(X) ? unitOf(X, X == At.Call ? Why : Ignored) : nullptr;
    if (U && !is_contained(Units, U) && none_of(Units, [&](const Stmt *Outer) { return contains({Outer}, U); }))
      Units.push_back(U);
    return false;
  });
  if (!Why.empty())
    return advice(Why);
  const Stmt *Own = unitOf(At.Call, Why);
  if (!Own)
    return advice(Why);
  goes({Own}, Reasons[Own]);
  std::vector<const Stmt *> Blocks, Alone;
  for (const Stmt *U : Units) {
    const Stmt *Parent = S.parent(U);
    while (isa_and_nonnull<SwitchCase, LabelStmt>(Parent))
      Parent = S.parent(Parent);
    if (!isa_and_nonnull<CompoundStmt>(Parent))
      Alone.push_back(U);
    else if (!is_contained(Blocks, Parent))
      Blocks.push_back(Parent);
  }
  llvm::sort(Blocks, [&](const Stmt *A, const Stmt *B) { // those around others first
    return S.sources().isBeforeInTranslationUnit(A->getBeginLoc(), B->getBeginLoc());
  });
  for (const Stmt *B : Blocks)
    regionsOf(cast<CompoundStmt>(B));
  for (const Stmt *U : Alone)
    if (std::string Ignored; none_of(Regions, [&](const Region &R) { return contains(R, U); }) && goes({U}, Ignored))
      Regions.push_back({U});
  if (!settle() || none_of(Regions, [&](const Region &R) { return contains(R, At.Call); }))
    return advice(Reasons[Own].empty() ? "what the calls set is needed by code that stays" : Reasons[Own]);
  if (isOvertaken())
    return advice("a call further down stays here and is about the same object: it would be made first; have both made on the main thread");
  llvm::sort(Regions, [&](const Region &A, const Region &B) {
    return S.sources().isBeforeInTranslationUnit(A.front()->getBeginLoc(), B.front()->getBeginLoc());
  });
  Proposal P;
  StringSet<> Taken;
  std::vector<Closure> Closures;
  std::vector<const VarDecl *> Gone;
  ClosureShape Shape;
  Shape.Result = "return " + sourceRemove(S) + ";";
  for (const Region &R : Regions) {
    Move M = moveOf(R);
    auto C = makeClosure(S, M, Shape, Taken, Why);
    if (!C)
      return advice(Why);
    std::vector<std::string> Lines = C->Setup;
    Lines.push_back(idleAdd(S, *C, R.front()));
    P.Edits.push_back(writeInstead(S, M, Lines));
    append_range(Gone, C->Locals);
    Closures.push_back(std::move(*C));
  }
  auto Definitions = define(S, At.Call, Closures, Why);
  if (!Definitions)
    return advice(Why);
  P.Edits.push_back(*Definitions);
  append_range(P.Edits, undeclare(S, Gone));
  P.Title = "post the calls to the main loop";
  return P;
}

} // namespace

Proposal postWithGLib(Scene &S, const Found &At) {
  const auto *Call = dyn_cast<CallExpr>(At.Call);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee || !isOfC(S, Callee))
    return advice("only calls of C functions are posted: for the methods of gtkmm, emit a Glib::Dispatcher here");
  if (Callee->getName() != At.T->Callee)
    return advice("'" + At.T->Callee + "' is handed over here and called later: hand over a function that posts the call");
  if (Lexer::makeFileCharRange(CharSourceRange::getTokenRange(Call->getSourceRange()), S.sources(), S.language()).isInvalid())
    return advice("the call is written by a macro");
  if (At.T->InSignal)
    return advice("a signal interrupts any code, even the allocation of memory: set a flag, or write to a pipe, and act on it in the main "
                  "loop (g_unix_signal_add())");
  const FunctionDecl *Around = outermostFunction(S, Call);
  if (!Around || !Around->getBody())
    return advice("the call stands in no function");
  return GtkPoster(S, Around).make(At);
}

} // namespace offmain::fix
