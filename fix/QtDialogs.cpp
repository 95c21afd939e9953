// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// dialog.exec() → open(), with what came behind it in a handler of `accepted` or `finished`.
//
//   SettingsDialog dialog(this);                        auto *dialog = new SettingsDialog(this);
//   if (dialog.exec() == QDialog::Accepted)    ──▶      dialog->setAttribute(Qt::WA_DeleteOnClose);
//     apply(dialog.values());                           connect(dialog, &QDialog::accepted, this, [this, dialog] {
//                                                         apply(dialog->values());
//                                                       });
//                                                       dialog->open();
//
// A dialog without a parent is made modal and shown: open() would let the other windows go on. Else
// open() is what Qt's documentation says to call instead (https://doc.qt.io/qt-6/qdialog.html#exec). A dialog that is
// shown more than once needs a connection that is made for once, which Qt 6 has.
#include "fix/Mentions.h"
#include "fix/QtLater.h"
#include "fix/Waits.h"
#include "clang/AST/ParentMapContext.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

namespace {

constexpr llvm::StringLiteral Skeleton = "; the form that does not wait: connect to QDialog::finished (or accepted), then open()";

/// Something of the function's own that lambdas before At refer to: they would outlive it.
class ByReference : public RecursiveASTVisitor<ByReference> {
public:
  ByReference(const Scene &S, SourceLocation Before) : S(S), Before(Before) {}
  std::string Name;
  bool VisitLambdaExpr(LambdaExpr *L) {
    if (S.sources().isBeforeInTranslationUnit(L->getBeginLoc(), Before))
      for (const LambdaCapture &C : L->captures())
        if (C.capturesVariable() && C.getCaptureKind() == LCK_ByRef && !C.getCapturedVar()->isInitCapture())
          Name = C.getCapturedVar()->getNameAsString();
    return true;
  }

private:
  const Scene &S;
  SourceLocation Before;
};

/// Where a local object is mentioned, and whether it is given the address of another local.
class Uses : public RecursiveASTVisitor<Uses> {
public:
  explicit Uses(const VarDecl *V) : V(V) {}
  std::vector<const DeclRefExpr *> All;
  bool VisitDeclRefExpr(DeclRefExpr *X) {
    if (X->getDecl() == V)
      All.push_back(X);
    return true;
  }

private:
  const VarDecl *V;
};

/// `&x` of a local, or x where a reference that may change it is asked for.
bool lends(const Expr *Arg, QualType To) {
  const Expr *Plain = Arg->IgnoreParenImpCasts();
  if (const auto *Address = dyn_cast<UnaryOperator>(Plain); Address && Address->getOpcode() == UO_AddrOf)
    return isLocal(Address->getSubExpr()->IgnoreParenImpCasts());
  return To->isLValueReferenceType() && !To.getNonReferenceType().isConstQualified() && isLocal(Plain);
}

class Opener {
public:
  Opener(Scene &S, const Found &At) : S(S), At(At) {}
  Proposal make();

private:
  bool dialog(std::string &Why);
  bool onHeap(std::string &Why);
  bool hasParent() const;
  bool lendsLocals() const;
  bool condition();
  bool answer(std::string &Why);
  std::optional<Edit> opened(std::string &Why);
  void addUses(std::vector<Edit> &Edits) const;

  Scene &S;
  const Found &At;
  const CXXMemberCallExpr *Call = nullptr;
  const Stmt *Statement = nullptr;
  const VarDecl *V = nullptr; ///< the dialog, where it is made in this function
  bool Stack = false, Pointer = false, Message = false;
  std::string Object; ///< the dialog, a pointer when V or Pointer
  Rest R;
  // What is done with the answer.
  std::vector<const Stmt *> Moved;
  SourceLocation Begin, End; ///< of the text that is moved
  SourceLocation BranchEnd;  ///< that is one branch, and here ends the statement
  std::string Parameter;        ///< "int result"; "": not asked for
  bool Accepted = false;        ///< only when it is
  std::vector<Edit> Inside;
  SmallVector<StringRef, 2> Headers;
};

/// Which dialog it is.
bool Opener::dialog(std::string &Why) {
  const Expr *X = Call->getImplicitObjectArgument()->IgnoreParenImpCasts();
  if (const auto *Arrow = dyn_cast<CXXOperatorCallExpr>(X); Arrow && Arrow->getNumArgs())
    X = Arrow->getArg(0)->IgnoreParenImpCasts();
  if (isa<CXXThisExpr>(X))
    return Why = "the dialog shows itself, and whoever calls this goes on with the answer", false;
  Message = S.isA(X->getType().getNonReferenceType()->getAsCXXRecordDecl(), "QMessageBox") ||
            S.isA(X->getType()->getPointeeCXXRecordDecl(), "QMessageBox");
  const auto *Ref = dyn_cast<DeclRefExpr>(X);
  const auto *Local = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (Local && Local->hasLocalStorage() && !isa<ParmVarDecl>(Local) && Local->getDeclContext() == S.functionAround(Call)) {
    const auto *New = Local->getInit() ? dyn_cast<CXXNewExpr>(Local->getInit()->IgnoreUnlessSpelledInSource()) : nullptr;
    Stack = !Local->getType()->isPointerType() && S.isA(Local->getType()->getAsCXXRecordDecl(), "QDialog");
    if (Stack || New)
      V = Local;
  }
  Pointer = !Stack && X->getType()->isPointerType();
  Object = V ? V->getNameAsString() : S.text(X).str();
  return !Object.empty() || (Why = "the dialog is written by a macro", false);
}

/// What the dialog is given must not be of this function.
bool Opener::lendsLocals() const {
  Uses Mentions(V);
  Mentions.TraverseStmt(R.In->getBody());
  for (const DeclRefExpr *X : Mentions.All) {
    const Stmt *Up = X;
    while (Up && !isa<CallExpr>(Up) && !isa<CompoundStmt>(Up))
      Up = S.parent(Up);
    if (const auto *Given = dyn_cast_or_null<CallExpr>(Up))
      for (const Expr *A : Given->arguments())
        if (const auto *Address = dyn_cast<UnaryOperator>(A->IgnoreParenImpCasts());
            Address && Address->getOpcode() == UO_AddrOf && lends(A, A->getType()) &&
            cast<DeclRefExpr>(Address->getSubExpr()->IgnoreParenImpCasts())->getDecl() != V)
          return true;
  }
  const Expr *Init = V->getInit() ? V->getInit()->IgnoreImplicit() : nullptr;
  if (const auto *New = dyn_cast_or_null<CXXNewExpr>(Init))
    Init = New->getConstructExpr();
  const auto *Made = dyn_cast_or_null<CXXConstructExpr>(Init);
  for (unsigned I = 0; Made && I != Made->getNumArgs() && I != Made->getConstructor()->getNumParams(); ++I)
    if (lends(Made->getArg(I), Made->getConstructor()->getParamDecl(I)->getType()))
      return true;
  return false;
}

/// It is made with a parent. open() leaves the parent's window alone until it is finished; without one, that would be none.
bool Opener::hasParent() const {
  const Expr *Init = V->getInit() ? V->getInit()->IgnoreImplicit() : nullptr;
  if (const auto *New = dyn_cast_or_null<CXXNewExpr>(Init))
    Init = New->getConstructExpr();
  const auto *Made = dyn_cast_or_null<CXXConstructExpr>(Init);
  return Made && any_of(Made->arguments(), [&](const Expr *A) {
           const Expr *Plain = A->IgnoreParenImpCasts();
           return !isa<CXXDefaultArgExpr>(A) && S.isA(Plain->getType()->getPointeeCXXRecordDecl(), "QWidget");
         });
}

/// `Dialog d(this);` → `auto *d = new Dialog(this);`
bool Opener::onHeap(std::string &Why) {
  auto Parents = S.context().getParents(*V);
  const auto *Declared = Parents.empty() ? nullptr : Parents[0].get<DeclStmt>();
  const auto *Made = V->getInit() ? dyn_cast<CXXConstructExpr>(V->getInit()->IgnoreImplicit()) : nullptr;
  const auto *Type = V->getTypeSourceInfo();
  if (!Declared || !Declared->isSingleDecl() || !Made || !Type || S.hasComment(Declared) || V->getType().isConstQualified())
    return Why = "the dialog's declaration is not of the simple form", false;
  StringRef Class = S.text(Type->getTypeLoc().getSourceRange());
  CharSourceRange Range = S.withSemicolon(Declared);
  SourceRange Arguments = Made->getParenOrBraceRange();
  StringRef Given = Arguments.isValid() ? S.text(Arguments) : "";
  if (Class.empty() || Class.contains("auto") || Range.isInvalid() || (Given.empty() && Made->getNumArgs() && !isa<CXXDefaultArgExpr>(Made->getArg(0))))
    return Why = "the dialog's declaration is not of the simple form", false;
  SourceLocation Where = Declared->getBeginLoc();
  std::string Line = S.lineEnd(Where).str() + S.indentation(Where).str();
  Inside.push_back(S.replace(Range, "auto *" + Object + " = new " + Class.str() + Given.str() + ";" + Line + Object +
                                        "->setAttribute(Qt::WA_DeleteOnClose);" +
                                        (hasParent() ? "" : Line + Object + "->setModal(true);")));
  return true;
}

/// All other mentions become those of a pointer.
void Opener::addUses(std::vector<Edit> &Edits) const {
  Uses Mentions(V);
  Mentions.TraverseStmt(R.In->getBody());
  for (const DeclRefExpr *X : Mentions.All) {
    if (anyIn(Call, [&](const Stmt *Part) { return Part == X; }))
      continue; // goes with the call
    const Stmt *Up = S.parent(X);
    while (Up && isa<ImplicitCastExpr, ParenExpr>(Up))
      Up = S.parent(Up);
    const auto *Member = dyn_cast_or_null<MemberExpr>(Up);
    const auto *Address = dyn_cast_or_null<UnaryOperator>(Up);
    if (Stack && Member && !Member->isArrow() && Member->getOperatorLoc().isValid())
      Edits.push_back(S.replace(CharSourceRange::getTokenRange(Member->getOperatorLoc(), Member->getOperatorLoc()), "->"));
    else if (Stack && Address && Address->getOpcode() == UO_AddrOf)
      Edits.push_back(S.replace(CharSourceRange::getTokenRange(Address->getSourceRange()), Object));
    else if (Stack)
      Edits.push_back(S.insert(X->getBeginLoc(), "*"));
    const auto *Delete = dyn_cast_or_null<CXXDeleteExpr>(Up);
    if (!Stack && Delete) // it is one of the objects that calls this
      Edits.push_back(S.replace(CharSourceRange::getTokenRange(Delete->getSourceRange()), Object + "->deleteLater()"));
  }
}

/// `if (exec() == Accepted)`: `accepted` is enough where only that matters.
bool Opener::condition() {
  const auto *If = dyn_cast<IfStmt>(Statement);
  if (!If || If->hasInitStorage() || If->hasVarStorage() || Message)
    return false;
  const Expr *Cond = If->getCond()->IgnoreParenImpCasts();
  bool Positive = true;
  if (const auto *Not = dyn_cast<UnaryOperator>(Cond); Not && Not->getOpcode() == UO_LNot) {
    Positive = false;
    Cond = Not->getSubExpr()->IgnoreParenImpCasts();
  } else if (const auto *Compare = dyn_cast<BinaryOperator>(Cond); Compare && Compare->isEqualityOp()) {
    const auto *Constant = dyn_cast<DeclRefExpr>(Compare->getRHS()->IgnoreParenImpCasts());
    StringRef Name = Constant && isa<EnumConstantDecl>(Constant->getDecl()) ? Constant->getDecl()->getName() : "";
    if (Name != "Accepted" && Name != "Rejected")
      return false;
    Positive = (Compare->getOpcode() == BO_EQ) == (Name == "Accepted");
    Cond = Compare->getLHS()->IgnoreParenImpCasts();
  }
  if (Cond != Call || If->getElse() || S.hasComment(If->getCond()))
    return false;
  const auto *Block = dyn_cast<CompoundStmt>(If->getThen());
  const Stmt *Only = !Block ? If->getThen() : Block->size() == 1 ? Block->body_front() : nullptr;
  const auto *Leaves = dyn_cast_or_null<ReturnStmt>(Only);
  if (!Positive && Leaves && !Leaves->getRetValue() && !S.hasComment(If->getThen())) {
    Moved = R.Statements;
    Begin = Block ? S.after(Block->getRBracLoc()) : S.withSemicolon(Leaves).getEnd();
    return Accepted = true;
  }
  if (!Positive || !R.Statements.empty())
    return false;
  Moved = {If->getThen()};
  if (Block) {
    Begin = S.after(Block->getLBracLoc());
    End = Block->getRBracLoc();
    BranchEnd = S.after(End);
  } else {
    CharSourceRange Then = S.withSemicolon(If->getThen());
    if (Then.isInvalid())
      return false;
    Begin = S.after(If->getRParenLoc());
    End = BranchEnd = Then.getEnd();
  }
  return Accepted = true;
}

/// Any other use of the answer goes along, with the signal's argument in place of the call.
bool Opener::answer(std::string &Why) {
  if (S.statementOf(Call) == Statement) {
    Moved = R.Statements;
    Begin = S.withSemicolon(Statement).getEnd();
    return true;
  }
  if (!isa<IfStmt, DeclStmt, SwitchStmt, Expr>(Statement))
    return Why = "the dialog is shown again in a loop, or its answer is returned", false;
  for (const Stmt *Up = statementAround(S, Call); Up && Up != Statement; Up = statementAround(S, Up))
    if (const auto *B = dyn_cast<BinaryOperator>(Up); isa<ConditionalOperator, LambdaExpr>(Up) || (B && B->isLogicalOp()))
      return Why = "whether the dialog is shown depends on the rest of the expression", false;
  const auto *Declared = dyn_cast<DeclStmt>(Statement);
  const auto *Answer = Declared && Declared->isSingleDecl() ? dyn_cast<VarDecl>(Declared->getSingleDecl()) : nullptr;
  if (Answer && Answer->getInit() && Answer->getInit()->IgnoreParenImpCasts() == Call && Answer->getType()->isIntegerType()) {
    Parameter = "int " + Answer->getNameAsString();
    R.Given = Answer;
    Moved = R.Statements;
    Begin = S.withSemicolon(Statement).getEnd();
    return true;
  }
  StringRef Text = S.text({Statement->getBeginLoc(), R.End});
  std::string Name = "result";
  for (unsigned I = 2; Text.contains(Name); ++I)
    Name = "result" + std::to_string(I);
  Parameter = "int " + Name;
  Moved = {Statement};
  Moved.insert(Moved.end(), R.Statements.begin(), R.Statements.end());
  Begin = Statement->getBeginLoc();
  Inside.push_back(S.replace(CharSourceRange::getTokenRange(Call->getSourceRange()), Name));
  return true;
}

Proposal Opener::make() {
  Call = dyn_cast<CXXMemberCallExpr>(At.Call);
  std::string Why;
  if (!Call || S.text(Call).empty())
    return advice("the dialog's answer is waited for" + Skeleton.str());
  Statement = statementWith(S, Call);
  if (!dialog(Why))
    return advice(Why + Skeleton.str());
  auto Behold = restBehind(S, At, Statement, V, Why);
  if (!Behold)
    return advice(Why + Skeleton.str());
  R = *Behold;
  End = R.End;
  ByReference Lambdas(S, Statement->getBeginLoc());
  Lambdas.TraverseStmt(R.In->getBody());
  if (!Lambdas.Name.empty())
    return advice("a lambda refers to '" + Lambdas.Name + "', which would be gone while the dialog is shown" + Skeleton.str());
  if (V && lendsLocals())
    return advice("the dialog is given a pointer to a variable of this function" + Skeleton.str());
  if (!(V && condition()) && !answer(Why))
    return advice(Why + Skeleton.str());
  auto E = opened(Why);
  if (!E)
    return advice(Why + Skeleton.str());
  Proposal P;
  P.Title = "open the dialog, and go on when it is finished";
  P.Edits = std::move(Inside);
  llvm::erase_if(P.Edits, [&](const Edit &X) { return X.Offset >= E->Offset && X.Offset < E->Offset + E->Length; });
  P.Edits.push_back(*E);
  append_range(P.Edits, S.include(Headers, Statement->getBeginLoc()));
  return P;
}

/// The edit of the statement and what is behind it.
std::optional<Edit> Opener::opened(std::string &Why) {
  SourceLocation From = Statement->getBeginLoc();
  if (Stack && !onHeap(Why))
    return std::nullopt;
  if (V)
    addUses(Inside);
  std::string Indent = S.indentation(From).str(), Line = S.lineEnd(From).str(), Body;
  bool Alone = V && !hasParent(); // exec() made it modal for all windows
  std::string Open = Object + (V || Pointer ? "->" : ".") + (Alone ? "show();" : "open();");
  if (Alone && !Stack) {
    if (!isa_and_nonnull<CompoundStmt>(S.parent(Statement)))
      return Why = "the dialog has no parent, so it would have to be made modal", std::nullopt;
    Open = Object + "->setModal(true);" + Line + Indent + Open;
  }
  if (Moved.empty()) {
    CharSourceRange Range = S.withSemicolon(Statement);
    return Range.isValid() ? std::optional(S.replace(Range, Open)) : (Why = "nothing is done with the answer", std::nullopt);
  }
  const auto *Qt = dyn_cast_or_null<NamespaceDecl>(S.lookup("Qt"));
  if (!V && !(Qt && S.lookup("SingleShotConnection", Qt)))
    return Why = "the dialog is not made here, and a connection that is made each time it is shown would pile up", std::nullopt;
  auto L = laterOf(S, Kit::Qt, R, Moved, V, Why);
  if (!L)
    return std::nullopt;
  Headers = L->Headers;
  if (BranchEnd.isValid())
    Body = edited(S, Begin, End, Inside);
  else
    Body = (Begin == From ? Line + Indent + S.indentUnit(From) : "") + deeper(S, Begin, End, Inside);
  const auto *M = dyn_cast<CXXMethodDecl>(R.In);
  std::string Text = L->Context == "this" || (M && S.isA(M->getParent(), "QObject")) ? "" : "QObject::";
  Text += "connect(" + (V || Pointer ? Object : "&" + Object) + ", &QDialog::" + (Accepted ? "accepted" : "finished") + ", " + L->Context +
          ", " + lambda(S, *L, Parameter, Body, From) + (V ? ");" : ", Qt::SingleShotConnection);") + Line + Indent + Open;
  if (BranchEnd.isInvalid())
    Text += Body.substr(StringRef(Body).rtrim().size());
  return S.replace(CharSourceRange::getCharRange(From, BranchEnd.isValid() ? BranchEnd : End), Text);
}

} // namespace

Proposal openDialog(Scene &S, const Found &At) { return Opener(S, At).make(); }

} // namespace offmain::fix
