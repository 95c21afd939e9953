// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A handler of C that waits → one that returns, and a function for what came behind.
//
//   g_usleep (200000);                  ──▶  g_timeout_add_full (G_PRIORITY_DEFAULT, 200, on_clicked_later, data, …);
//
//   answer = gtk_dialog_run (dialog);   ──▶  g_signal_connect_data (dialog, "response", G_CALLBACK (on_clicked_response), data, …);
//                                            gtk_window_present (GTK_WINDOW (dialog));
//
//   ok = g_file_load_contents (file,    ──▶  g_file_load_contents_async (file, NULL, on_clicked_ready, data);
//          NULL, &text, &size, …);           … in on_clicked_ready(): ok = g_file_load_contents_finish (…, result, &text, &size, …);
//
// What variables hold is carried (Closure.h). Which function is the asynchronous one, and which gives the result, the models say; how
// their arguments go together, the names of the parameters: those that GIO's three functions share mean the same. https://docs.gtk.org/gio/callback.AsyncReadyCallback.html,
// https://docs.gtk.org/gtk3/signal.Dialog.response.html, https://docs.gtk.org/glib/func.timeout_add_full.html
#include "fix/Closure.h"
#include "fix/Mentions.h"
#include "fix/Rest.h"
#include "fix/StatementText.h"
#include "fix/Waits.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

namespace {

const VarDecl *variableOf(const Expr *X) {
  const auto *R = X ? dyn_cast<DeclRefExpr>(X->IgnoreParenCasts()) : nullptr;
  return R ? dyn_cast<VarDecl>(R->getDecl()) : nullptr;
}

/// The arguments that a function's user data comes from, wherever the unit hands the function over.
class HandedWith : public RecursiveASTVisitor<HandedWith> {
public:
  explicit HandedWith(const FunctionDecl *F) : F(F->getCanonicalDecl()) {}
  std::vector<const Expr *> Data;
  bool Elsewhere = false; ///< it is also used in another way
  bool VisitCallExpr(CallExpr *Call) {
    for (unsigned I = 0; I + 1 < Call->getNumArgs(); ++I)
      if (anyIn(Call->getArg(I), [&](const Stmt *X) { return names(X); })) {
        Data.push_back(Call->getArg(I + 1));
        ++Handed;
      }
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr *X) {
    Named += names(X);
    Elsewhere = Named != Handed;
    return true;
  }

private:
  bool names(const Stmt *X) const {
    const auto *R = dyn_cast<DeclRefExpr>(X);
    const auto *G = R ? dyn_cast<FunctionDecl>(R->getDecl()) : nullptr;
    return G && G->getCanonicalDecl() == F;
  }
  const FunctionDecl *F;
  unsigned Named = 0, Handed = 0;
};

class LaterInC {
public:
  LaterInC(Scene &S, const Found &At) : S(S), At(At), Call(dyn_cast<CallExpr>(At.Call)) {}
  Proposal sleep();
  Proposal dialog();
  Proposal async();

private:
  using Begin = function_ref<std::vector<std::string>(const Closure &, const CStyle &, size_t)>;
  bool rest(std::string &Why);
  Move moveOf(bool WithStatement) const;
  bool outlives(const VarDecl *V) const;
  const VarDecl *letGo(const Closure &C) const;
  bool freed(const VarDecl *V) const;
  std::string leaving(const Move &M, StringRef First) const;
  Proposal compose(Move M, ClosureShape Shape, Begin Lines, StringRef Title, StringRef Skeleton);
  bool pairUp(std::string &Why);
  StringRef argument(const FunctionDecl *Of, StringRef Name) const;

  Scene &S;
  const Found &At;
  const CallExpr *Call;
  const Stmt *Statement = nullptr;
  Rest R;
  bool Whole = false; ///< nothing is done with what the call gives
  // The calls of an asynchronous pair, as they are to be written: arguments; "" where the callback and its data go.
  std::vector<std::string> AsyncArguments, FinishArguments;
  std::vector<const Stmt *> Passed; ///< the arguments that the asynchronous call is given
};

bool LaterInC::rest(std::string &Why) {
  if (!Call || Lexer::makeFileCharRange(CharSourceRange::getTokenRange(Call->getSourceRange()), S.sources(), S.language()).isInvalid())
    return Why = "the call is written by a macro", false;
  if (S.language().CPlusPlus)
    return Why = "the rest of the handler is moved in C only", false;
  Statement = statementWith(S, Call);
  Whole = S.statementOf(Call) == Statement;
  auto Behind = restBehind(S, At, Statement, nullptr, Why);
  if (!Behind)
    return false;
  R = *Behind;
  if (!Whole && !isa<IfStmt, DeclStmt, SwitchStmt, Expr>(Statement))
    return Why = "it is called again in a loop, or what it gives is returned", false;
  for (const Stmt *Up = statementAround(S, Call); !Whole && Up && Up != Statement; Up = statementAround(S, Up))
    if (const auto *B = dyn_cast<BinaryOperator>(Up); isa<ConditionalOperator>(Up) || (B && B->isLogicalOp()))
      return Why = "whether it is called depends on the rest of the expression", false;
  return true;
}

Move LaterInC::moveOf(bool WithStatement) const {
  Move M;
  if (WithStatement)
    M.Statements.push_back(Statement);
  append_range(M.Statements, R.Statements);
  M.Values = When::Late;
  M.Outlives = [this](const VarDecl *V) { return outlives(V); };
  M.Return = "return;";
  return M;
}

/// The rest frees it: what it points to belongs to the rest.
bool LaterInC::freed(const VarDecl *V) const {
  return V->hasLocalStorage() && any_of(R.Statements, [&](const Stmt *Each) {
    return anyIn(Each, [&](const Stmt *X) {
      const auto *Frees = dyn_cast<CallExpr>(X);
      const FunctionDecl *F = Frees && Frees->getNumArgs() ? Frees->getDirectCallee() : nullptr;
      return F && (F->getName().ends_with("free") || F->getName().ends_with("unref")) && variableOf(Frees->getArg(0)) == V;
    });
  });
}

/// A parameter, or a variable made of one, that all of the unit hands over as NULL or as the address of something that lasts: a
/// variable of the program, or of main(), which runs the loop.
bool LaterInC::outlives(const VarDecl *V) const {
  if (freed(V))
    return true;
  const auto *P = dyn_cast<ParmVarDecl>(V);
  if (!P) {
    const VarDecl *From = V->hasLocalStorage() ? variableOf(V->getInit()) : nullptr;
    return From && isa<ParmVarDecl>(From) && outlives(From);
  }
  if (R.In->isExternallyVisible() || !R.In->getNumParams() || P != R.In->getParamDecl(R.In->getNumParams() - 1))
    return false;
  HandedWith Uses(R.In);
  for (Decl *D : S.context().getTraversalScope())
    Uses.TraverseDecl(D);
  return !Uses.Elsewhere && !Uses.Data.empty() && all_of(Uses.Data, [&](const Expr *X) {
    X = X->IgnoreParenCasts();
    if (X->isNullPointerConstant(S.context(), Expr::NPC_NeverValueDependent))
      return true;
    const auto *Address = dyn_cast<UnaryOperator>(X);
    const VarDecl *Of = Address && Address->getOpcode() == UO_AddrOf ? baseVariable(Address->getSubExpr()) : nullptr;
    const auto *In = Of && Of->hasLocalStorage() ? dyn_cast<FunctionDecl>(Of->getDeclContext()) : nullptr;
    return Of && (Of->hasGlobalStorage() || (In && In->isMain()));
  });
}

/// A variable that frees what it holds at the end of its block, and does not go along.
const VarDecl *LaterInC::letGo(const Closure &C) const {
  const VarDecl *Found = nullptr;
  for (const Mention &M : needsOf(S, R.Statements, nullptr).Variables)
    if (M.V->hasAttr<CleanupAttr>() && !is_contained(C.Locals, M.V) && !M.V->getType()->isPointerType())
      Found = M.V;
  anyIn(R.In->getBody(), [&](const Stmt *X) {
    const auto *D = dyn_cast<DeclStmt>(X);
    for (const Decl *Each : D ? D->decls() : DeclGroupRef())
      if (const auto *V = dyn_cast<VarDecl>(Each))
        if (V->hasAttr<CleanupAttr>() && StringRef(V->getType().getAsString()).contains("Locker"))
          Found = V;
    return false;
  });
  return Found;
}

/// `return;` with something before it: a block of its own only where a branch has none.
std::string LaterInC::leaving(const Move &M, StringRef First) const {
  bool Blocks = true;
  std::optional<StringRef> Indent;
  for (const Stmt *Each : M.Statements)
    anyIn(Each, [&](const Stmt *X) {
      if (!isa<ReturnStmt>(X))
        return false;
      StringRef Own = S.indentation(S.sources().getExpansionLoc(X->getBeginLoc()));
      Blocks &= isa_and_nonnull<CompoundStmt>(S.parent(X)) && (!Indent || *Indent == Own);
      Indent = Own;
      return false;
    });
  return Blocks ? (First + S.lineEnd(Call->getBeginLoc()) + Indent.value_or("") + "return;").str() : ("{ " + First + " return; }").str();
}

Proposal LaterInC::compose(Move M, ClosureShape Shape, Begin Lines, StringRef Title, StringRef Skeleton) {
  std::string Why;
  Shape.Suffix = Shape.Suffix.empty() ? "later" : Shape.Suffix;
  // What stands between the call and the rest goes along.
  SourceLocation Behind = S.withSemicolon(Statement).isValid() ? S.withSemicolon(Statement).getEnd() : SourceLocation();
  if (M.Statements.front() != Statement && Behind.isValid())
    if (CharSourceRange Next = rangeOf(S, M.Statements); Next.isValid()) {
      StringRef Between = Lexer::getSourceText(CharSourceRange::getCharRange(Behind, Next.getBegin()), S.sources(), S.language()).trim();
      SmallVector<StringRef> Each;
      Between.split(Each, '\n', -1, false);
      for (StringRef Line : Each)
        if (!Line.trim().empty())
          Shape.Comment.push_back(Line.trim().str());
    }
  StringSet<> Taken;
  auto C = makeClosure(S, M, Shape, Taken, Why);
  if (!C)
    return advice(Why + Skeleton.str());
  if (Shape.FreesItself && needsOf(S, M.Statements, nullptr).Returns && C->Data != "NULL") {
    M.Return = leaving(M, styleOf(S, Statement).call(C->Free, {C->Held}) + ";");
    Taken.clear();
    C = makeClosure(S, M, Shape, Taken, Why);
    if (!C)
      return advice(Why + Skeleton.str());
  }
  if (const VarDecl *V = letGo(*C))
    return advice("'" + V->getNameAsString() + "' is let go when the handler returns" + Skeleton.str());
  CStyle Style = styleOf(S, Statement);
  SourceLocation Start = S.sources().getExpansionLoc(Statement->getBeginLoc());
  std::vector<std::string> All = C->Setup;
  append_range(All, Lines(*C, Style, S.indentation(Start).size() + Style.Unit.size()));
  Edit Instead = writeInstead(S, M, All, !C->Setup.empty());
  unsigned From = S.sources().getFileOffset(Start);
  if (Instead.Offset > From) {
    Instead.Length += Instead.Offset - From;
    Instead.Offset = From;
  }
  auto Definitions = define(S, Call, {*C}, Why);
  if (!Definitions)
    return advice(Why + Skeleton.str());
  Proposal P;
  P.Title = Title.str();
  P.Edits = {Instead, *Definitions};
  append_range(P.Edits, undeclare(S, C->Locals));
  return P;
}

Proposal LaterInC::sleep() {
  constexpr llvm::StringLiteral Skeleton = "; with g_timeout_add() the handler can return and go on later";
  std::string Why;
  if (!rest(Why))
    return advice(Why + Skeleton.str());
  if (!Whole)
    return advice("what the sleep returns is used" + Skeleton.str());
  if (S.hasComment(Statement))
    return advice("a comment or a directive stands in the middle of the call");
  if (R.Statements.empty())
    return advice("nothing comes behind it in the handler: drop it, or start with g_timeout_add() what has to wait");
  std::string Time = millisecondsOf(S, At, false);
  if (Time.empty())
    return advice("how long it sleeps is written by a macro, or in no known unit" + Skeleton.str());
  ClosureShape Shape;
  Shape.Suffix = "later";
  Shape.Result = "return " + sourceRemove(S) + ";";
  Move M = moveOf(false);
  M.Return = Shape.Result;
  auto Lines = [&](const Closure &C, const CStyle &Style, size_t Indent) -> std::vector<std::string> {
    if (C.Data == "NULL")
      return {Style.call("g_timeout_add", {Time, C.Name, "NULL"}, Indent) + ";"};
    return {Style.call("g_timeout_add_full", {"G_PRIORITY_DEFAULT", Time, C.Name, C.Data, C.Free}, Indent) + ";"};
  };
  return compose(std::move(M), std::move(Shape), Lines, "do the rest of the handler when a timer says so", Skeleton);
}

Proposal LaterInC::dialog() {
  constexpr llvm::StringLiteral Skeleton = "; the form that does not wait: connect to 'response', then gtk_window_present()";
  std::string Why;
  if (!rest(Why))
    return advice(Why + Skeleton.str());
  const VarDecl *V = Call->getNumArgs() ? variableOf(Call->getArg(0)) : nullptr;
  for (const Expr *X = Call->getNumArgs() ? Call->getArg(0)->IgnoreParenCasts() : nullptr; X && !V;) {
    const auto *Cast = dyn_cast<CallExpr>(X); // GTK_DIALOG (dialog)
    if (!Cast || !Cast->getNumArgs())
      break;
    X = Cast->getArg(0)->IgnoreParenCasts();
    V = variableOf(X);
  }
  if (At.T->Callee != "gtk_dialog_run" || !V || !V->hasLocalStorage() || isa<ParmVarDecl>(V))
    return advice("the dialog is not made here, and a handler that is connected each time it is shown would pile up" + Skeleton.str());
  bool Destroyed = any_of(R.Statements, [&](const Stmt *X) {
    const auto *Each = dyn_cast<CallExpr>(X);
    const FunctionDecl *F = Each ? Each->getDirectCallee() : nullptr;
    return F && (F->getName() == "gtk_widget_destroy" || F->getName() == "gtk_window_destroy") && Each->getNumArgs() == 1 &&
           anyIn(Each->getArg(0), [&](const Stmt *Y) { return isa<DeclRefExpr>(Y) && cast<DeclRefExpr>(Y)->getDecl() == V; });
  });
  if (!Destroyed)
    return advice("the dialog is not destroyed in the end, and a handler that is connected each time it is shown would pile up" + Skeleton.str());
  Move M = moveOf(!Whole);
  CharSourceRange Handler = Lexer::makeFileCharRange(CharSourceRange::getTokenRange(R.In->getSourceRange()), S.sources(), S.language());
  StringSet<> Used = identifiersIn(Lexer::getSourceText(Handler, S.sources(), S.language()));
  std::string Answer = freshName({"response_id", "response"}, Used), Name = V->getNameAsString();
  M.Instead[Call] = Answer;
  for (const Stmt *Each : M.Statements)
    anyIn(Each, [&](const Stmt *X) { // the signal's own argument
      if (const auto *Ref = dyn_cast<DeclRefExpr>(X); Ref && Ref->getDecl() == V)
        M.Instead[Ref] = Name;
      return false;
    });
  ClosureShape Shape;
  Shape.Suffix = "response";
  Shape.Returns = "void";
  Shape.Parameters = {declare(S, V->getType(), Name), "gint " + Answer};
  auto Lines = [&](const Closure &C, const CStyle &Style, size_t Indent) -> std::vector<std::string> {
    std::string Handler = Style.call("G_CALLBACK", {C.Name});
    std::string Connect = C.Data == "NULL" ? Style.call("g_signal_connect", {Name, "\"response\"", Handler, "NULL"}, Indent)
                                           : Style.call("g_signal_connect_data", {Name, "\"response\"", Handler, C.Data, "(GClosureNotify) " + C.Free, "0"}, Indent);
    std::string Window = Style.call("GTK_WINDOW", {Name});
    return {Connect + ";", Style.call("gtk_window_set_modal", {Window, "TRUE"}) + ";", Style.call("gtk_window_present", {Window}) + ";"};
  };
  return compose(std::move(M), std::move(Shape), Lines, "show the dialog, and go on in a handler of 'response'", Skeleton);
}

/// What the call passes for the parameter of that name.
StringRef LaterInC::argument(const FunctionDecl *Of, StringRef Name) const {
  for (unsigned I = 0; I != Of->getNumParams() && I != Call->getNumArgs(); ++I)
    if (Of->getParamDecl(I)->getName() == Name) {
      CharSourceRange Text = Lexer::makeFileCharRange(CharSourceRange::getTokenRange(Call->getArg(I)->getSourceRange()), S.sources(), S.language());
      return Lexer::getSourceText(Text, S.sources(), S.language());
    }
  return "";
}

/// Takes the arguments of the two calls from that of the one, by the parameters' names and types.
bool LaterInC::pairUp(std::string &Why) {
  const FunctionDecl *Sync = Call->getDirectCallee();
  const auto *Async = dyn_cast_or_null<FunctionDecl>(S.lookup(At.T->Says.Async));
  const auto *Finish = dyn_cast_or_null<FunctionDecl>(S.lookup(At.T->Says.Finish));
  if (!Sync || !Async || !Finish)
    return Why = "the headers do not declare it", false;
  StringSet<> Taken;
  auto Same = [&](const ParmVarDecl *P) {
    return any_of(Sync->parameters(), [&](const ParmVarDecl *Q) {
      return Q->getName() == P->getName() && S.context().hasSameUnqualifiedType(Q->getType(), P->getType());
    });
  };
  auto Take = [&](const FunctionDecl *F, std::vector<std::string> &Into) {
    for (const ParmVarDecl *P : F->parameters()) {
      std::string Type = P->getType().getAsString();
      if (F == Async && P->getName() == "io_priority")
        Into.push_back("G_PRIORITY_DEFAULT");
      else if (F == Async && (Type == "GAsyncReadyCallback" || P->getName() == "user_data"))
        Into.push_back("");
      else if (Type == "GAsyncResult *")
        Into.push_back("result");
      else if (F == Finish && P == F->getParamDecl(0)) // never NULL, and the object that the callback is given
        Into.push_back("(" + Type + (StringRef(Type).ends_with("*") ? ") source_object" : " ) source_object"));
      else if (!Same(P))
        return Why = "what '" + P->getNameAsString() + "' is to be is not told by the call", false;
      else
        Into.push_back(argument(Sync, P->getName()).str());
      if (Same(P))
        Taken.insert(P->getName());
      for (unsigned I = 0; F == Async && I != Sync->getNumParams() && I != Call->getNumArgs(); ++I)
        if (Sync->getParamDecl(I)->getName() == P->getName())
          Passed.push_back(Call->getArg(I));
      bool Kept = is_contained({"contents", "buffer", "vectors", "messages"}, P->getName()) || P->getType()->isVoidPointerType();
      if (F == Async && Kept && !Into.back().empty())
        return Why = "'" + Into.back() + "' would have to live until it is done", false;
    }
    return true;
  };
  if (!Take(Async, AsyncArguments) || !Take(Finish, FinishArguments))
    return false;
  for (const ParmVarDecl *P : Sync->parameters())
    if (!Taken.contains(P->getName()))
      return Why = "'" + P->getNameAsString() + "' has no place in the other form", false;
  return true;
}

Proposal LaterInC::async() {
  const std::string Skeleton = "; the form that does not wait: " + At.T->Says.Async + "(), and " + At.T->Says.Finish + "() in its callback";
  std::string Why;
  if (!rest(Why) || !pairUp(Why))
    return advice(Why + Skeleton);
  CStyle Style = styleOf(S, Statement);
  Move M = moveOf(true);
  // Further lines as deep as the call stands.
  unsigned Column = S.sources().getExpansionColumnNumber(Call->getBeginLoc()) - 1;
  std::string Finish = Style.call(At.T->Says.Finish, FinishArguments, Column);
  for (size_t Line = Finish.find('\n'); Line != std::string::npos; Line = Finish.find('\n', Line + 1))
    Finish.insert(Line + 1, std::string(Column, ' '));
  M.Instead[Call] = Finish;
  M.Staying = Passed;
  ClosureShape Shape;
  Shape.Suffix = "ready";
  Shape.Returns = "void";
  Shape.Parameters = {"GObject *source_object", "GAsyncResult *result"};
  Shape.FreesItself = true;
  auto Lines = [&](const Closure &C, const CStyle &Own, size_t Indent) -> std::vector<std::string> {
    std::vector<std::string> Arguments = AsyncArguments;
    bool First = true;
    for (std::string &Each : Arguments)
      if (Each.empty())
        Each = std::exchange(First, false) ? C.Name : C.Data;
    return {Own.call(At.T->Says.Async, Arguments, Indent) + ";"};
  };
  return compose(std::move(M), std::move(Shape), Lines, "call " + At.T->Says.Async + "(), and go on when it is ready", Skeleton);
}

} // namespace

Proposal sleepLaterInC(Scene &S, const Found &At) { return LaterInC(S, At).sleep(); }
Proposal respondLater(Scene &S, const Found &At) { return LaterInC(S, At).dialog(); }
Proposal callAsync(Scene &S, const Found &At) { return LaterInC(S, At).async(); }

} // namespace offmain::fix
