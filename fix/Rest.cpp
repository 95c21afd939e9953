// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Rest.h.
#include "fix/Rest.h"
#include "fix/Mentions.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace llvm;

namespace offmain::fix {

namespace {

/// `return;`, or of a value that is the same whatever the handler did.
bool endsPlainly(const Scene &S, const Stmt *X) {
  const auto *R = dyn_cast_or_null<ReturnStmt>(X);
  const Expr *Value = R ? R->getRetValue() : nullptr;
  return R && (!Value || (!Value->isValueDependent() && (Value->isCXX11ConstantExpr(S.context()) || Value->isIntegerConstantExpr(S.context()))));
}

/// Where the flow goes from the end of `From`: out of the function, with nothing done on the way. False: to other code.
bool endsHandler(const Scene &S, const Stmt *From, const FunctionDecl *In, bool Returned, std::string &Why) {
  for (const Stmt *Cur = From; Cur != In->getBody();) {
    const Stmt *Parent = S.parent(Cur);
    if (!Parent || isa<LambdaExpr>(Parent))
      break;
    if (isa<CXXTryStmt, CXXCatchStmt>(Parent))
      return Why = "it stands in a try block, which what comes later would have left", false;
    if (Returned || isa<IfStmt>(Parent)) {
      Cur = Parent;
      continue;
    }
    const auto *Block = dyn_cast<CompoundStmt>(Parent);
    if (!Block)
      return Why = "it stands in a loop or a switch: make a step of it that calls itself again later", false;
    const auto *Next = std::next(llvm::find(Block->body(), Cur));
    if (Next != Block->body_end()) {
      if (!endsPlainly(S, *Next))
        return Why = "what stands behind the branch is done without the call, too", false;
      Returned = true;
    }
    Cur = Block;
  }
  return true;
}

/// Functors that are called when something happens; the rest run before the call they are given to returns.
bool calledLater(const Scene &S, const LambdaExpr *L) {
  DynTypedNode Node = DynTypedNode::create(*L);
  while (true) {
    auto Parents = S.context().getParents(Node);
    if (Parents.empty())
      return false;
    Node = Parents[0];
    if (const auto *Call = Node.get<CallExpr>()) {
      const auto *F = Call->getDirectCallee();
      StringRef Name = F && F->getDeclName().isIdentifier() ? F->getName() : "";
      if (Name == "connect" || Name == "connect_once" || Name == "singleShot" || Name == "callOnTimeout" || Name == "addAction" ||
          Name == "invokeMethod")
        return true;
      if (!Name.empty() && Name != "track_obj" && Name != "track_object" && Name != "bind")
        return false;
    } else if (Node.get<Decl>()) {
      return false;
    }
  }
}

/// Somebody other than the main loop calls the function around.
bool hasOtherCallers(const Scene &S, const Found &F, const FunctionDecl *In, std::string &Why) {
  const auto *M = dyn_cast<CXXMethodDecl>(In);
  if (isa<CXXConstructorDecl, CXXDestructorDecl>(In) || In->isMain())
    return Why = "it is in a constructor, a destructor or main(), whose callers go on as if all were done", true;
  if (M && M->getParent()->isLambda()) {
    bool Later = false;
    DynTypedNode Node = DynTypedNode::create(*In->getBody());
    for (auto Up = S.context().getParents(Node); !Up.empty() && !Node.get<LambdaExpr>(); Up = S.context().getParents(Node))
      Node = Up[0];
    if (const auto *L = Node.get<LambdaExpr>())
      Later = calledLater(S, L);
    if (!Later)
      return Why = "nothing here tells that the lambda is called by the main loop alone", true;
  }
  if (!F.T->Caller.empty())
    return Why = "the handler is also called by " + F.T->Caller + "(), which goes on as if all were done", true;
  return false;
}

/// Its end does something, and no copy can take its place.
bool letsGo(QualType T) {
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (!R || !R->hasDefinition() || R->hasTrivialDestructor())
    return false;
  if (R->needsImplicitCopyConstructor())
    return R->defaultedCopyConstructorIsDeleted();
  return none_of(R->ctors(), [](const CXXConstructorDecl *C) {
    return C->isCopyConstructor() && !C->isDeleted() && C->getAccess() == AS_public;
  });
}

/// The end of a function's scopes around At lets go of it: a lock, a cursor, an object on the stack.
const VarDecl *heldAround(const Scene &S, const Stmt *At, const FunctionDecl *In, const VarDecl *But) {
  const auto &Sources = S.sources();
  for (const Stmt *Cur = At; Cur && Cur != In->getBody(); Cur = S.parent(Cur)) {
    const auto *Block = dyn_cast_or_null<CompoundStmt>(S.parent(Cur));
    if (!Block)
      continue;
    for (const Stmt *Each : Block->body()) {
      if (!Sources.isBeforeInTranslationUnit(Each->getBeginLoc(), At->getBeginLoc()))
        break;
      if (const auto *Declared = dyn_cast<DeclStmt>(Each))
        for (const Decl *D : Declared->decls())
          if (const auto *V = dyn_cast<VarDecl>(D); V && V != But && V->hasLocalStorage() && letsGo(V->getType()))
            return V;
    }
  }
  return nullptr;
}

} // namespace

const Stmt *statementWith(const Scene &S, const Stmt *X) {
  while (const Stmt *Parent = statementAround(S, X)) {
    if (isa<CompoundStmt, SwitchCase, LabelStmt>(Parent))
      return X;
    if (const auto *If = dyn_cast<IfStmt>(Parent); If && (If->getThen() == X || If->getElse() == X))
      return X;
    if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt, LambdaExpr>(Parent))
      return X;
    X = Parent;
  }
  return X;
}

std::optional<Rest> restBehind(const Scene &S, const Found &F, const Stmt *At, const VarDecl *Own, std::string &Why) {
  Rest R;
  R.In = S.functionAround(At);
  R.At = At;
  R.Call = F.Call;
  if (!R.In || !R.In->getBody())
    return Why = "it stands in no function", std::nullopt;
  if (hasOtherCallers(S, F, R.In, Why))
    return std::nullopt;
  if (const VarDecl *Held = heldAround(S, At, R.In, Own))
    return Why = "'" + Held->getNameAsString() + "' is let go when the handler returns", std::nullopt;
  R.End = S.after(At->getEndLoc());
  const auto *Block = dyn_cast_or_null<CompoundStmt>(S.parent(At));
  bool Returned = false;
  if (Block) {
    for (const auto *It = std::next(llvm::find(Block->body(), At)); It != Block->body_end(); ++It)
      R.Statements.push_back(*It);
    R.End = Block->getRBracLoc();
    if (!R.Statements.empty() && endsPlainly(S, R.Statements.back())) {
      R.End = R.Statements.back()->getBeginLoc();
      R.Statements.pop_back();
      Returned = true;
    }
  }
  SourceLocation From = At->getBeginLoc(); // what begins with g_autoptr() is not cut, only moved
  if (!S.written({S.language().CPlusPlus ? From : S.sources().getExpansionLoc(From), R.End}))
    return Why = "a macro writes a part of it", std::nullopt;
  if (!endsHandler(S, Block ? static_cast<const Stmt *>(Block) : At, R.In, Returned, Why))
    return std::nullopt;
  return R;
}

namespace {

class Collector : public RecursiveASTVisitor<Collector> {
public:
  Collector(const Scene &S, Needs &Out, const Expr *Without) : S(S), Out(Out), Without(Without) {}
  bool TraverseStmt(Stmt *X) { return X == Without || RecursiveASTVisitor::TraverseStmt(X); }
  bool VisitVarDecl(VarDecl *V) {
    Own.insert(V);
    return true;
  }
  bool VisitCXXThisExpr(CXXThisExpr *) { return Out.This = true; }
  bool VisitLabelStmt(LabelStmt *) { return never("there is a label or a goto in it"); }
  bool VisitGotoStmt(GotoStmt *) { return never("there is a label or a goto in it"); }
  bool TraverseLambdaExpr(LambdaExpr *L) {
    ++Lambdas;
    bool On = RecursiveASTVisitor::TraverseLambdaExpr(L);
    --Lambdas;
    return On;
  }
  bool VisitReturnStmt(ReturnStmt *R) {
    if (Lambdas)
      return true;
    Out.Returns = true;
    return R->getRetValue() ? never("what follows decides what the handler returns") : true;
  }
  bool VisitCallExpr(CallExpr *X) {
    const FunctionDecl *F = X->getDirectCallee();
    if (F && F->getDeclName().isIdentifier() && (F->getName() == "sender" || F->getName() == "senderSignalIndex"))
      never("what follows asks for the signal's sender");
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr *X) {
    if (isa<BindingDecl>(X->getDecl()))
      return never("what follows uses a structured binding");
    const auto *V = dyn_cast<VarDecl>(X->getDecl());
    if (!V || !V->hasLocalStorage() || Own.contains(V) || (Lambdas && V->isInitCapture()))
      return true;
    auto It = llvm::find_if(Out.Variables, [&](const Mention &M) { return M.V == V; });
    if (It == Out.Variables.end())
      It = Out.Variables.insert(It, {V});
    look(X, *It);
    return true;
  }

private:
  bool never(StringRef Why) {
    if (Out.Never.empty())
      Out.Never = Why.str();
    return true;
  }
  void look(const Expr *X, Mention &M) const {
    const Stmt *Parent = S.parent(X);
    while (Parent && isa<ParenExpr>(Parent)) {
      X = cast<Expr>(Parent);
      Parent = S.parent(X);
    }
    if (const auto *Member = dyn_cast_or_null<MemberExpr>(Parent); Member && !Member->isArrow() && isa<FieldDecl>(Member->getMemberDecl()))
      return look(Member, M);
    const auto *Cast = dyn_cast_or_null<ImplicitCastExpr>(Parent);
    if (Cast && Cast->getCastKind() == CK_UncheckedDerivedToBase)
      return look(Cast, M);
    bool Read = Cast && (Cast->getCastKind() == CK_LValueToRValue || (Cast->getCastKind() == CK_NoOp && Cast->getType().isConstQualified()));
    bool Const = X->getType().isConstQualified();
    M.Changed |= !Read && !Const;
    if (!Cast)
      return;
    const Stmt *Around = S.parent(Cast);
    while (Around && (isa<ParenExpr>(Around) || (isa<ImplicitCastExpr>(Around) && cast<ImplicitCastExpr>(Around)->getCastKind() != CK_PointerToBoolean)))
      Around = S.parent(Around);
    const auto *Unary = dyn_cast_or_null<UnaryOperator>(Around);
    const auto *Arrow = dyn_cast_or_null<MemberExpr>(Around);
    const auto *Binary = dyn_cast_or_null<BinaryOperator>(Around);
    M.Dereferenced |= (Arrow && Arrow->isArrow()) || (Unary && Unary->getOpcode() == UO_Deref);
    M.Tested |= isa_and_nonnull<ImplicitCastExpr>(Around) || (Binary && Binary->isComparisonOp());
  }
  const Scene &S;
  Needs &Out;
  const Expr *Without;
  llvm::DenseSet<const VarDecl *> Own;
  unsigned Lambdas = 0;
};

} // namespace

Needs needsOf(const Scene &S, ArrayRef<const Stmt *> Statements, const Expr *Without) {
  Needs Out;
  Collector C(S, Out, Without);
  for (const Stmt *Each : Statements)
    C.TraverseStmt(const_cast<Stmt *>(Each));
  return Out;
}

std::string edited(const Scene &S, SourceLocation Begin, SourceLocation End, ArrayRef<Edit> Inside) {
  auto [File, From] = S.sources().getDecomposedLoc(Begin);
  unsigned To = S.sources().getDecomposedLoc(End).second;
  std::vector<Edit> Edits;
  for (Edit E : Inside)
    if (E.Offset >= From && E.Offset + E.Length <= To) {
      E.Offset -= From;
      Edits.push_back(std::move(E));
    }
  llvm::stable_sort(Edits, [](const Edit &A, const Edit &B) { return std::tie(A.Offset, A.Length) < std::tie(B.Offset, B.Length); });
  return fix::apply(S.sources().getBufferData(File).slice(From, To), Edits);
}

std::string deeper(const Scene &S, SourceLocation Begin, SourceLocation End, std::vector<Edit> Inside) {
  auto [File, From] = S.sources().getDecomposedLoc(Begin);
  unsigned To = S.sources().getDecomposedLoc(End).second;
  StringRef All = S.sources().getBufferData(File);
  std::string Unit = S.indentUnit(Begin);
  Lexer Raw(S.sources().getLocForStartOfFile(File), S.language(), All.begin(), All.data() + From, All.end());
  Raw.SetCommentRetentionState(true);
  std::vector<std::pair<size_t, size_t>> Literals;
  Token T;
  do {
    Raw.LexFromRawLexer(T);
    size_t Behind = Raw.getBufferLocation() - All.data();
    if (tok::isStringLiteral(T.getKind()))
      Literals.push_back({Behind - T.getLength(), Behind});
  } while (T.isNot(tok::eof) && Raw.getBufferLocation() < All.data() + To);
  for (size_t At = All.find('\n', From); At < To; At = All.find('\n', At + 1)) {
    StringRef Line = All.slice(At + 1, std::min<size_t>(All.find('\n', At + 1), To)).trim();
    bool InLiteral = any_of(Literals, [&](auto L) { return L.first <= At && At < L.second; });
    if (!Line.empty() && !Line.starts_with("#") && !InLiteral)
      Inside.push_back({"", uint32_t(At + 1), 0, Unit});
  }
  return edited(S, Begin, End, Inside);
}

} // namespace offmain::fix
