// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Moved.h.
#include "fix/Moved.h"
#include "fix/Mentions.h"
#include "fix/StatementText.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

namespace {

/// What the expression at hand is for.
struct Use {
  const ParmVarDecl *Parameter = nullptr;
  bool Self = false; ///< the object that a function is about: it is there
  const Expr *Length = nullptr;
};

/// A call that is part of a cast macro, or gives the same wherever it is made.
bool isPure(const FunctionDecl *F) {
  if (!F || !F->getDeclName().isIdentifier())
    return false;
  StringRef Name = F->getName();
  return Name.ends_with("_get_type") || Name.starts_with("g_type_check_") || Name.ends_with("gettext") || Name == "g_dpgettext" ||
         Name == "__builtin_expect";
}

/// `GTK_LABEL (x)` → x, whatever the macro or the inline function makes of it.
const Expr *uncast(const Expr *X) {
  while (true) {
    X = X->IgnoreParenImpCasts();
    if (const auto *Cast = dyn_cast<ExplicitCastExpr>(X)) {
      X = Cast->getSubExpr();
      continue;
    }
    const auto *Call = dyn_cast<CallExpr>(X);
    const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
    if (!F || !Call->getNumArgs() || !F->getDeclName().isIdentifier())
      return X;
    bool Inline = F->getNumParams() == 1 && F->getParamDecl(0)->getType()->isVoidPointerType() && F->isInlined() &&
                  none_of(F->getName(), [](char C) { return isLower(C); });
    if (!Inline && F->getName() != "g_type_check_instance_cast")
      return X;
    X = Call->getArg(0);
  }
}

class Mover {
public:
  Mover(const Scene &S, const Move &M) : S(S), M(M), Known(S, M.Statements, M.Elsewhere, M.Values == When::Late, M.Staying) {}
  std::optional<Moved> run(std::string &Why);

private:
  bool statement(const Stmt *X, bool Maybe);
  bool children(const Stmt *X, bool Maybe);
  bool expression(const Expr *X, Use U, bool Maybe);
  bool call(const CallExpr *X, bool Maybe);
  bool address(const UnaryOperator *X, Use U, bool Maybe);
  bool writes(const Expr *X);
  bool carry(const Expr *X, Use U);
  bool object(const Expr *X, Use U);
  bool hold(const Expr *X, Use U, Holding How);
  bool variables();
  void alone();
  std::optional<Holding> holding(const Expr *X, Use U);
  std::optional<std::string> value(const Expr *X, Holding How, bool MayBeNull);
  std::string wantedName(const Expr *X, Use U) const;
  bool replace(const Expr *X, std::string Text);
  std::optional<std::pair<unsigned, unsigned>> offsets(const Expr *X) const;
  bool depends(const Expr *X) const;
  bool stays(const Expr *X) const;
  bool outlives(const Expr *X) const;
  void cutLines();
  bool refuse(const Twine &Because) {
    if (Reason.empty())
      Reason = Because.str();
    return false;
  }

  const Scene &S;
  const Move &M;
  Mentions Known;
  CharSourceRange Range;
  unsigned Begin = 0, End = 0; ///< of the range, in its file
  std::map<std::pair<unsigned, unsigned>, std::string> Replaced; ///< by offset and length
  Moved Out;
  StringSet<> Names; ///< of members
  std::string Reason;
  unsigned Loops = 0, Switches = 0;
};

std::optional<std::pair<unsigned, unsigned>> Mover::offsets(const Expr *X) const {
  CharSourceRange R = Lexer::makeFileCharRange(CharSourceRange::getTokenRange(X->getSourceRange()), S.sources(), S.language());
  // What a macro is defined as is in parentheses.
  for (const Stmt *Around = S.parent(X); R.isInvalid() && isa_and_nonnull<ParenExpr, ImplicitCastExpr>(Around); Around = S.parent(Around))
    R = Lexer::makeFileCharRange(CharSourceRange::getTokenRange(Around->getSourceRange()), S.sources(), S.language());
  if (R.isInvalid() || S.sources().getFileID(R.getBegin()) != S.sources().getFileID(Range.getBegin()))
    return std::nullopt;
  unsigned From = S.sources().getFileOffset(R.getBegin()), To = S.sources().getFileOffset(R.getEnd());
  return From >= Begin && To <= End && From < To ? std::optional(std::pair(From, To - From)) : std::nullopt;
}

bool Mover::replace(const Expr *X, std::string Text) {
  auto At = offsets(X);
  if (!At)
    return refuse("a part of it is written by a macro");
  auto [It, New] = Replaced.try_emplace(*At, Text);
  return New || It->second == Text || refuse("a macro uses its argument for two things");
}

/// Its value is only there once the statements run.
bool Mover::depends(const Expr *X) const {
  return anyIn(X, [&](const Stmt *Each) {
    if (M.Instead.contains(dyn_cast<Expr>(Each)))
      return true;
    if (const auto *R = dyn_cast<DeclRefExpr>(Each))
      return Known.goes(dyn_cast<VarDecl>(R->getDecl()));
    const auto *Call = dyn_cast<CallExpr>(Each);
    return Call && M.Values == When::Early && !isPure(Call->getDirectCallee()) && M.Goes(Call);
  });
}

/// It means the same in the other function, at that time.
bool Mover::stays(const Expr *X) const {
  return !anyIn(X, [&](const Stmt *Each) {
    if (isa<CXXThisExpr, LambdaExpr>(Each) || M.Instead.contains(dyn_cast<Expr>(Each)))
      return true;
    if (const auto *Call = dyn_cast<CallExpr>(Each))
      return M.Values == When::Early && !isPure(Call->getDirectCallee());
    const auto *R = dyn_cast<DeclRefExpr>(Each);
    const auto *V = R ? dyn_cast<VarDecl>(R->getDecl()) : nullptr;
    if (R && isa<BindingDecl>(R->getDecl()))
      return true;
    if (!V || Known.goes(V) || Known.declaredIn(V, X))
      return false;
    return V->hasLocalStorage() || V->isStaticLocal() || 
           (M.Values == When::Early && (Known.isSetByOthers(V) || (Known.isSet(V) && !isObjectPointer(S, V->getType()))));
  });
}

/// `&static_thing`, or a variable that has been nothing else.
bool Mover::outlives(const Expr *X) const {
  const auto *R = dyn_cast<DeclRefExpr>(X->IgnoreParenImpCasts());
  const auto *V = R ? dyn_cast<VarDecl>(R->getDecl()) : nullptr;
  if (!V)
    return false;
  if (M.Outlives(V))
    return true;
  const Expr *Init = V->hasLocalStorage() && !isa<ParmVarDecl>(V) && !Known.isSet(V) ? V->getInit() : nullptr;
  const auto *Address = Init ? dyn_cast<UnaryOperator>(uncast(Init)) : nullptr;
  const VarDecl *Target = Address && Address->getOpcode() == UO_AddrOf ? baseVariable(Address->getSubExpr()) : nullptr;
  return Target && Target->hasGlobalStorage();
}

std::optional<Holding> Mover::holding(const Expr *X, Use U) {
  QualType T = X->getType(), To = U.Parameter ? U.Parameter->getType() : QualType();
  if (const auto *R = dyn_cast<DeclRefExpr>(X)) // as it was declared, not as C promotes it
    T = R->getDecl()->getType();
  T = T.getNonReferenceType();
  bool Worked = !isa<DeclRefExpr, MemberExpr>(X) && T->isArithmeticType();
  if (T->isVoidPointerType() && !To.isNull() && isObjectPointer(S, To))
    return Holding{Holding::Object, T.getUnqualifiedType(), "g_object_ref", "g_object_unref"};
  if (!To.isNull() && ((Worked && To->isArithmeticType()) || (T->isVoidPointerType() && To->isPointerType())))
    T = To.getUnqualifiedType(); // what the call makes of it: a gboolean of an int, a GtkWidget * of a gpointer
  else if (Worked)
    T = T.getCanonicalType();
  bool Text = isCharacterPointer(T) || (T->isConstantArrayType() && T->getAsArrayTypeUnsafe()->getElementType()->isCharType());
  if (T->isPointerType() && outlives(X))
    return Holding{Holding::Plain, T.getUnqualifiedType(), "", ""};
  bool MayChange = !To.isNull() && To->isPointerType() && !To->getPointeeType().isConstQualified();
  if (Text && MayChange && isCharacterPointer(To) && (T->isPointerType() || Known.readLater(baseVariable(X))))
    return refuse("a text is passed to a parameter that is not const, so the call may keep or change it"), std::nullopt;
  if (Text && U.Length && !T->isArrayType())
    return refuse("a text is passed with its length, so it may not end with a null"), std::nullopt;
  if (Text && T->isArrayType() && !U.Length && isCharacterPointer(To) && !MayChange)
    T = S.context().getPointerType(T->getAsArrayTypeUnsafe()->getElementType());
  std::string Why;
  auto How = holdingOf(S, T, Why);
  if (!How)
    refuse("'" + (offsets(X) ? Lexer::getSourceText(CharSourceRange::getTokenRange(X->getSourceRange()), S.sources(), S.language())
                             : StringRef("a value")) +
           "' cannot be carried: " + Why);
  return How;
}

std::string Mover::wantedName(const Expr *X, Use U) const {
  const Expr *Plain = uncast(X);
  if (const auto *R = dyn_cast<DeclRefExpr>(Plain))
    return R->getDecl()->getNameAsString();
  if (const auto *Field = dyn_cast<MemberExpr>(Plain); Field && Field->getMemberDecl()->getDeclName().isIdentifier() && !isa<CXXMethodDecl>(Field->getMemberDecl()))
    return Field->getMemberDecl()->getNameAsString();
  StringRef Name = U.Parameter ? U.Parameter->getName().rtrim('_') : "";
  return Name.empty() || Name.starts_with("_") ? "value" : Name.str();
}

/// The member that holds the value; one for equal values.
std::optional<std::string> Mover::value(const Expr *X, Holding How, bool MayBeNull) {
  auto At = offsets(X);
  if (!At)
    return refuse("a part of it is written by a macro"), std::nullopt;
  StringRef Text = S.sources().getBufferData(S.sources().getFileID(Range.getBegin())).substr(At->first, At->second);
  bool Calls = anyIn(X, [](const Stmt *Each) {
    const auto *Call = dyn_cast<CallExpr>(Each);
    return Call && !isPure(Call->getDirectCallee());
  });
  for (Carried &C : Out.Values)
    if (!Calls && C.Value == Text && C.How.How == How.How && C.How.Copy == How.Copy) {
      C.MayBeNull &= MayBeNull;
      return C.Name;
    }
  Out.Values.push_back({"", How, Text.str(), MayBeNull});
  return "";
}

bool Mover::carry(const Expr *X, Use U) {
  auto How = holding(X, U);
  return How && hold(X, U, *How);
}

/// A gpointer that is cast to an object.
bool Mover::object(const Expr *X, Use U) {
  return hold(X, U, {Holding::Object, X->getType().getUnqualifiedType(), "g_object_ref", "g_object_unref"});
}

bool Mover::hold(const Expr *X, Use U, Holding How) {
  auto Name = value(X, How, !U.Self);
  if (!Name)
    return false;
  if (Name->empty()) {
    *Name = freshName({wantedName(X, U)}, Names);
    Names.insert(*Name);
    Out.Values.back().Name = *Name;
  }
  return replace(X, Out.Data + "->" + *Name);
}

/// Whether the code that stays is not harmed when the variable behind X changes later, or elsewhere.
bool Mover::writes(const Expr *X) {
  const VarDecl *V = baseVariable(X);
  // What is behind a pointer is read where the statements stood, so what they set would be the copy.
  if (!V && M.Values == When::Early && !stays(X) && !depends(X))
    return refuse("something that the thread keeps is set in between: have the main loop keep it");
  if (!V || Known.goes(V) || (V->hasGlobalStorage() && !V->isStaticLocal() && (M.Values == When::Late || !Known.isSetByOthers(V))))
    return true;
  if (M.Values == When::Early || Known.readLater(V) || !ownsNothing(V->getType()))
    return refuse("'" + V->getName() + "' is set, and the code that stays needs it");
  return true;
}

bool Mover::address(const UnaryOperator *X, Use U, bool Maybe) {
  const Expr *Of = X->getSubExpr()->IgnoreParens();
  const VarDecl *V = baseVariable(Of);
  if (stays(Of) || depends(Of) || (V && Known.goes(V)))
    return children(X, Maybe);
  QualType To = U.Parameter ? U.Parameter->getType() : QualType();
  bool Reads = !To.isNull() && To->isPointerType() && To->getPointeeType().isConstQualified();
  if (isa<ArraySubscriptExpr>(Of))
    return refuse("the address of an element is passed, which may be the first of many");
  if (!ownsNothing(Of->getType()))
    return refuse("the address of something is passed that cannot be copied");
  if (!Reads && (!V || Known.readLater(V)))
    return refuse(V ? "the call may set '" + V->getName().str() + "', and the code that stays needs it"
                    : std::string("the call may set what it gets the address of"));
  return Maybe && !isa<DeclRefExpr>(Of) ? refuse("a value is only there under a condition") : carry(Of, Use{U.Parameter, false, X});
}

bool Mover::call(const CallExpr *X, bool Maybe) {
  const FunctionDecl *F = X->getDirectCallee();
  if (!F && !statement(X->getCallee(), Maybe))
    return false;
  if (const auto *Method = dyn_cast<CXXMemberCallExpr>(X))
    if (!statement(Method->getImplicitObjectArgument(), Maybe))
      return false;
  for (unsigned I = 0; I != X->getNumArgs(); ++I) {
    Use U;
    if (F && I < F->getNumParams())
      U.Parameter = F->getParamDecl(I);
    U.Self = !I;
    const ParmVarDecl *Next = F && I + 1 < F->getNumParams() ? F->getParamDecl(I + 1) : nullptr;
    if (Next && Next->getType()->isIntegerType() && is_contained({"len", "length", "n_bytes", "size", "text_length", "n_chars"}, Next->getName())) {
      auto Constant = X->getArg(I + 1)->getIntegerConstantExpr(S.context());
      const auto *Measured = dyn_cast<CallExpr>(X->getArg(I + 1)->IgnoreParenImpCasts());
      bool Ends = (Constant && Constant->isNegative()) ||
                  (Measured && Measured->getDirectCallee() && Measured->getDirectCallee()->getDeclName().isIdentifier() && Measured->getDirectCallee()->getName() == "strlen");
      U.Length = Ends ? nullptr : X->getArg(I + 1);
    }
    if (!expression(X->getArg(I), U, Maybe))
      return false;
  }
  return true;
}

/// Under a condition only what is there anyway may be read before: variables and what is made of them by arithmetic.
static bool isHarmless(const Expr *X) {
  return !anyIn(X, [](const Stmt *Each) {
    if (const auto *B = dyn_cast<BinaryOperator>(Each))
      return B->getOpcode() == BO_Div || B->getOpcode() == BO_Rem;
    if (const auto *Field = dyn_cast<MemberExpr>(Each))
      return Field->isArrow();
    if (const auto *U = dyn_cast<UnaryOperator>(Each))
      return U->getOpcode() == UO_Deref;
    if (const auto *Call = dyn_cast<CallExpr>(Each))
      return !isPure(Call->getDirectCallee());
    return isa<ArraySubscriptExpr>(Each);
  });
}

bool Mover::expression(const Expr *X, Use U, bool Maybe) {
  X = X->IgnoreImplicit();
  if (const auto *P = dyn_cast<ParenExpr>(X))
    return expression(P->getSubExpr(), U, Maybe);
  if (auto It = M.Instead.find(X); It != M.Instead.end())
    return replace(X, It->second);
  if (isa<LambdaExpr>(X))
    return refuse("there is a lambda in it, whose captures would have to live longer");
  if (isa<BinaryOperator>(X) && cast<BinaryOperator>(X)->isAssignmentOp() && !writes(cast<BinaryOperator>(X)->getLHS()))
    return false;
  const auto *Unary = dyn_cast<UnaryOperator>(X);
  if (Unary && Unary->isIncrementDecrementOp() && !writes(Unary->getSubExpr()))
    return false;
  if (Unary && Unary->getOpcode() == UO_AddrOf)
    return address(Unary, U, Maybe);
  if (stays(X))
    return true;
  bool Variable = isa<DeclRefExpr>(X), Depends = depends(X);
  if (Depends && Variable)
    return true;
  if (isa<ExplicitCastExpr, CallExpr>(X) && X->getType()->isPointerType() && !Depends) {
    const Expr *Inner = uncast(X);
    if (Inner != X && Inner->getType()->isVoidPointerType() && isObjectPointer(S, X->getType()) && isa<DeclRefExpr, MemberExpr>(Inner) &&
        offsets(Inner) && (M.Values == When::Early || isa<DeclRefExpr>(Inner)))
      return object(Inner, U);
    if (Inner != X && (isObjectPointer(S, Inner->getType()) || !isObjectPointer(S, X->getType())) && offsets(Inner))
      return expression(Inner, U, Maybe);
    if (Inner != X && (M.Values == When::Early || isa<DeclRefExpr>(Inner)))
      return carry(X, U);
  }
  bool Whole = !Depends && (M.Values == When::Late ? Variable : !Maybe || isHarmless(X));
  if (Whole && (Variable || offsets(X) || !isa<ExplicitCastExpr>(X)))
    return carry(X, U);
  if (Variable)
    return carry(X, U);
  if (isa<CXXThisExpr>(X))
    return refuse("it needs 'this', and nothing says how long the object lives");
  if (const auto *Call = dyn_cast<CallExpr>(X)) {
    if (M.Values == When::Early && !isPure(Call->getDirectCallee()) && !M.Goes(Call) &&
        !(Call->getDirectCallee() && S.isOutside(Call->getDirectCallee())))
      return refuse("the result of '" + (Call->getDirectCallee() ? Call->getDirectCallee()->getNameAsString() : std::string("a call")) +
                    "' is needed in between");
    return call(Call, Maybe);
  }
  if (isa<UnaryExprOrTypeTraitExpr>(X))
    return refuse("it asks for the size of a variable");
  return children(X, Maybe);
}

bool Mover::children(const Stmt *X, bool Maybe) {
  const auto *Both = dyn_cast<BinaryOperator>(X);
  bool Lazy = isa<AbstractConditionalOperator>(X) || (Both && Both->isLogicalOp());
  unsigned I = 0;
  for (const Stmt *Child : X->children())
    if (Child && !statement(Child, Maybe || (Lazy && I++)))
      return false;
  return true;
}

bool Mover::statement(const Stmt *X, bool Maybe) {
  if (const auto *E = dyn_cast<Expr>(X))
    return expression(E, Use(), Maybe);
  if (isa<GotoStmt, IndirectGotoStmt, LabelStmt, AsmStmt, CXXTryStmt>(X))
    return refuse("there is a jump or a label in it");
  if (const auto *R = dyn_cast<ReturnStmt>(X)) {
    if (M.Return.empty() || R->getRetValue() || R->getBeginLoc().isMacroID())
      return refuse("it leaves the function");
    Replaced[{S.sources().getFileOffset(R->getBeginLoc()), rangeOf(S, R).isValid() ? S.sources().getFileOffset(rangeOf(S, R).getEnd()) - S.sources().getFileOffset(R->getBeginLoc()) : 6}] = M.Return;
    return true;
  }
  if ((isa<BreakStmt>(X) && !Loops && !Switches) || (isa<ContinueStmt>(X) && !Loops))
    return refuse("it leaves the loop around");
  if (const auto *D = dyn_cast<DeclStmt>(X)) {
    for (const Decl *Each : D->decls()) {
      const auto *V = dyn_cast<VarDecl>(Each);
      if (!V || V->isStaticLocal())
        return refuse("there is a declaration in it that must stay");
      if (!Known.goes(V))
        return refuse("'" + V->getName() + "' is used by the code that stays");
      if (V->getInit() && !expression(V->getInit(), Use(), Maybe))
        return false;
    }
    return true;
  }
  bool Loop = isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(X), Switch = isa<SwitchStmt>(X);
  Loops += Loop;
  Switches += Switch;
  bool First = true, Good = true;
  for (const Stmt *Child : X->children()) {
    // What is before the first branch is always done.
    Good = Good && (!Child || statement(Child, Maybe || Loop || (isa<IfStmt, SwitchStmt>(X) && !First)));
    First &= !Child;
  }
  Loops -= Loop;
  Switches -= Switch;
  return Good;
}

/// Variables that are only used by what goes, and declared before it.
bool Mover::variables() {
  for (const VarDecl *V : Known.goingFromOutside()) {
    if (!Known.writtenFirst(V) && !startsConstant(S, V))
      return refuse("'" + V->getName() + "' has a value before the calls");
    Out.Locals.push_back(V);
  }
  return true;
}

/// One object or text needs no struct.
void Mover::alone() {
  if (Out.Values.size() != 1)
    return;
  Carried &C = Out.Values.front();
  bool Text = C.How.How == Holding::Copied && C.How.Copy == "g_strdup";
  if (!Text && (C.How.How != Holding::Object || C.MayBeNull))
    return;
  StringSet<> Mentioned; // by what is not replaced
  StringRef All = S.sources().getBufferData(S.sources().getFileID(Range.getBegin()));
  unsigned At = Begin;
  for (auto &[Where, New] : Replaced) {
    for (const auto &Word : identifiersIn(All.slice(At, Where.first)))
      Mentioned.insert(Word.first());
    At = std::max(At, Where.first + Where.second);
  }
  for (const auto &Word : identifiersIn(All.slice(At, End)))
    Mentioned.insert(Word.first());
  std::string Name = freshName({C.Name, "carried"}, Mentioned);
  for (auto &[Where, New] : Replaced)
    if (New == Out.Data + "->" + C.Name)
      New = Name;
  C.Name = Name;
  Out.Alone = true;
}

void Mover::cutLines() {
  StringRef All = S.sources().getBufferData(S.sources().getFileID(Range.getBegin()));
  std::string Text;
  unsigned At = Begin;
  for (auto &[Where, New] : Replaced) {
    if (Where.first < At)
      continue; // inside of one that is replaced as a whole
    Text += All.slice(At, Where.first).str() + New;
    At = Where.first + Where.second;
  }
  Text += All.slice(At, End).str();
  Out.Lines = unindented(Text, S.indentation(Range.getBegin()));
}

std::optional<Moved> Mover::run(std::string &Why) {
  Range = rangeOf(S, M.Statements);
  if (Range.isInvalid())
    return Why = "a part of it is written by a macro", std::nullopt;
  Begin = S.sources().getFileOffset(Range.getBegin());
  End = S.sources().getFileOffset(Range.getEnd());
  StringRef Text = Lexer::getSourceText(Range, S.sources(), S.language());
  SmallVector<StringRef> Lines;
  Text.split(Lines, '\n');
  if (any_of(Lines, [](StringRef Line) { return Line.ltrim().starts_with("#"); }))
    return Why = "a directive stands in it", std::nullopt;
  const FunctionDecl *F = outermostFunction(S, M.Statements.front());
  Out.Data = freshName({"data", "idle_data", "carried"}, identifiersIn(Lexer::getSourceText(CharSourceRange::getTokenRange(F->getSourceRange()), S.sources(), S.language())));
  for (const Stmt *Each : M.Statements)
    if (!statement(Each, false))
      return Why = Reason, std::nullopt;
  if (!variables())
    return Why = Reason, std::nullopt;
  alone();
  cutLines();
  return std::move(Out);
}

} // namespace

std::optional<Moved> moveOut(const Scene &S, const Move &M, std::string &Why) { return Mover(S, M).run(Why); }

} // namespace offmain::fix
