// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Expressions → values. Casts, parentheses, copies, references and std::move are looked through; arithmetic is Unknown.
//
// A value's record is that of the innermost operand whose type names one: `(GtkWidget *)button` is a button. Only what a
// call gives takes the type it is cast to, because C's constructors are declared to return the base.
#include "extract/Walker.h"
#include "clang/AST/ExprObjC.h"
#include "clang/Basic/Builtins.h"
#include "llvm/Support/ConvertUTF.h"

using namespace clang;
using namespace llvm;
using offmain::facts::ValueKind;

namespace offmain {

uint32_t Walker::unknown(QualType T) { return B.value(ValueKind::Unknown, 0, 0, E.recordOf(T)); }

// std::move and its like, whose result is the argument.
static bool isTransparent(const FunctionDecl *F) {
  if (!F)
    return false;
  switch (F->getBuiltinID()) {
  case Builtin::BImove:
  case Builtin::BImove_if_noexcept:
  case Builtin::BIforward:
  case Builtin::BIas_const:
  case Builtin::BI__builtin_expect:
  case Builtin::BI__builtin_expect_with_probability:
  case Builtin::BI__builtin_assume_aligned:
  case Builtin::BI__builtin_launder:
    return true;
  default:
    return F->isInStdNamespace() && F->getIdentifier() && F->getNumParams() == 1 &&
           (F->getName() == "move" || F->getName() == "forward"); // not ref: whether a copy is kept matters
  }
}

static bool isAddressFunction(const FunctionDecl *F) {
  unsigned Id = F ? F->getBuiltinID() : 0;
  return Id == Builtin::BIaddressof || Id == Builtin::BI__addressof || Id == Builtin::BI__builtin_addressof;
}

static const Expr *lastOf(const StmtExpr *X) {
  const CompoundStmt *Body = X->getSubStmt();
  return Body->body_empty() ? nullptr : dyn_cast<Expr>(Body->body_back());
}

// One layer that does not change which object or function is meant; null when there is none.
static const Expr *under(const Expr *X) {
  if (const auto *P = dyn_cast<ParenExpr>(X))
    return P->getSubExpr();
  if (const auto *F = dyn_cast<FullExpr>(X))
    return F->getSubExpr();
  if (const auto *M = dyn_cast<MaterializeTemporaryExpr>(X))
    return M->getSubExpr();
  if (const auto *T = dyn_cast<CXXBindTemporaryExpr>(X))
    return T->getSubExpr();
  if (const auto *S = dyn_cast<SubstNonTypeTemplateParmExpr>(X))
    return S->getReplacement();
  if (const auto *G = dyn_cast<GenericSelectionExpr>(X))
    return G->isResultDependent() ? nullptr : G->getResultExpr();
  if (const auto *C = dyn_cast<ChooseExpr>(X))
    return C->isConditionDependent() ? nullptr : C->getChosenSubExpr();
  if (const auto *O = dyn_cast<OpaqueValueExpr>(X))
    return O->getSourceExpr();
  if (const auto *L = dyn_cast<CXXStdInitializerListExpr>(X))
    return L->getSubExpr();
  if (const auto *D = dyn_cast<CXXDefaultInitExpr>(X))
    return D->getExpr();
  if (const auto *S = dyn_cast<StmtExpr>(X))
    return lastOf(S);
  if (const auto *W = dyn_cast<CXXRewrittenBinaryOperator>(X))
    return W->getSemanticForm();
  if (const auto *U = dyn_cast<UnaryOperator>(X))
    return U->getOpcode() == UO_Extension || U->getOpcode() == UO_Plus ? U->getSubExpr() : nullptr;
  if (const auto *C = dyn_cast<CXXConstructExpr>(X))
    return C->getConstructor()->isCopyOrMoveConstructor() && C->getNumArgs() ? C->getArg(0) : nullptr;
  if (const auto *L = dyn_cast<InitListExpr>(X)) {
    bool Scalar = !L->getType()->isRecordType() && !L->getType()->isArrayType() && !L->getType()->isDependentType();
    return L->getNumInits() == 1 && (Scalar || L->isTransparent()) ? L->getInit(0) : nullptr;
  }
  if (const auto *M = dyn_cast<CXXMemberCallExpr>(X)) {
    const CXXMethodDecl *Method = M->getMethodDecl();
    bool FromLambda = Method && isa<CXXConversionDecl>(Method) && Method->getParent()->isLambda();
    return FromLambda ? M->getImplicitObjectArgument() : nullptr;
  }
  if (const auto *C = dyn_cast<CallExpr>(X); C && C->getNumArgs() && isTransparent(C->getDirectCallee()))
    return C->getArg(0);
  return nullptr;
}

const Expr *Walker::peel(const Expr *X, QualType &CastTo) {
  while (true) {
    if (const auto *C = dyn_cast<CastExpr>(X)) {
      if (C->getCastKind() == CK_NullToPointer || C->getCastKind() == CK_NullToMemberPointer)
        return X;
      bool FromVoid = C->getSubExpr()->getType()->isVoidPointerType();
      if (CastTo.isNull() && (isa<ExplicitCastExpr>(C) || FromVoid))
        CastTo = C->getType();
      X = C->getSubExpr();
    } else if (const Expr *Next = under(X)) {
      X = Next;
    } else {
      return X;
    }
  }
}

static bool takesRecord(ValueKind K) {
  switch (K) {
  case ValueKind::Unknown:
  case ValueKind::Param:
  case ValueKind::Captured:
  case ValueKind::Local:
  case ValueKind::Global:
  case ValueKind::Field:
  case ValueKind::Index:
  case ValueKind::AddressOf:
  case ValueKind::CallResult:
    return true;
  default:
    return false;
  }
}

uint32_t Walker::value(const Expr *X) {
  if (!X)
    return B.value(ValueKind::Unknown);
  if (uint32_t Time = duration(X))
    return Time;
  QualType CastTo;
  X = peel(X, CastTo);
  uint32_t V = make(X);
  if (CastTo.isNull())
    return V;
  facts::fb::Value Known = B.valueDef(V);
  if (!takesRecord(Known.kind()) || (Known.record() && Known.kind() != ValueKind::CallResult))
    return V;
  uint32_t Record = E.recordOf(CastTo);
  return Record ? B.value(Known.kind(), Known.a(), Known.b(), Record) : V;
}

uint32_t Walker::text(const clang::StringLiteral *X) {
  constexpr unsigned MaxLength = 256;
  if (X->getLength() > MaxLength)
    return unknown(QualType());
  // Read as C does: what follows a NUL (file and line, in some macros) is not part of the name.
  if (X->getCharByteWidth() == 1)
    return B.value(ValueKind::String, B.string(X->getString().split('\0').first));
  std::string Utf8;
  bool Done = false;
  if (X->getCharByteWidth() == 2) {
    SmallVector<UTF16, 64> Units;
    for (unsigned I = 0; I != X->getLength(); ++I)
      Units.push_back(static_cast<UTF16>(X->getCodeUnit(I)));
    Done = convertUTF16ToUTF8String(ArrayRef<UTF16>(Units), Utf8);
  }
  return Done ? B.value(ValueKind::String, B.string(Utf8)) : unknown(QualType());
}

uint32_t Walker::local(const VarDecl *D) {
  if (auto It = Locals.find(D); It != Locals.end())
    return It->second;
  uint32_t Record = E.recordOf(D->getType());
  uint32_t Name = B.string(D->getName()), Type = E.typeText(D->getType());
  facts::fb::Local L(Name, Record, Type, Function, E.where().begin(B, D->getLocation()));
  return Locals[D] = B.value(ValueKind::Local, B.local(L), 0, Record);
}

static uint32_t enumNumber(const EnumConstantDecl *D) {
  return static_cast<uint32_t>(D->getInitVal().extOrTrunc(64).getSExtValue());
}

uint32_t Walker::global(const VarDecl *D) {
  uint32_t Variable = E.variable(D);
  return B.value(ValueKind::Global, Variable, 0, E.recordOf(D->getType()));
}

uint32_t Walker::named(const ValueDecl *D) {
  if (auto It = Captures.find(D); It != Captures.end())
    return B.value(ValueKind::Captured, It->second, 0, E.recordOf(D->getType()));
  if (const auto *F = dyn_cast<FunctionDecl>(D)) {
    const auto *M = dyn_cast<CXXMethodDecl>(F);
    bool ToMember = M && M->isInstance();
    if (uint32_t Id = E.function(F))
      return B.value(ToMember ? ValueKind::Member : ValueKind::Function, Id);
    return unknown(QualType());
  }
  if (const auto *C = dyn_cast<EnumConstantDecl>(D))
    return B.value(ValueKind::Enum, E.enumText(C), enumNumber(C));
  if (isa<FieldDecl>(D))
    return B.value(ValueKind::Member, 0, E.variable(D));
  if (const auto *I = dyn_cast<IndirectFieldDecl>(D))
    return B.value(ValueKind::Member, 0, E.variable(I->getAnonField()));
  if (const auto *Binding = dyn_cast<BindingDecl>(D)) {
    if (const VarDecl *Holding = Binding->getHoldingVar())
      return local(Holding);
    return Binding->getBinding() ? value(Binding->getBinding()) : unknown(D->getType());
  }
  const auto *V = dyn_cast<VarDecl>(D);
  if (!V)
    return unknown(D->getType());
  if (V->hasGlobalStorage())
    return global(V);
  const DeclContext *In = V->getParentFunctionOrMethod();
  if (!Owner || !In || cast<Decl>(In)->getCanonicalDecl() != Owner->getCanonicalDecl())
    return unknown(V->getType());
  if (const auto *P = dyn_cast<ParmVarDecl>(V))
    return B.value(ValueKind::Param, P->getFunctionScopeIndex(), 0, E.recordOf(P->getType()));
  return local(V);
}

uint32_t Walker::makeReference(const DeclRefExpr *X) { return named(X->getDecl()); }

// Unnamed structs and unions on the way are left out.
static const Expr *baseOf(const MemberExpr *X) {
  const Expr *Base = X->getBase();
  while (true) {
    const auto *Inner = dyn_cast<MemberExpr>(Base->IgnoreParenImpCasts());
    const auto *F = Inner ? dyn_cast<FieldDecl>(Inner->getMemberDecl()) : nullptr;
    if (!F || !F->isAnonymousStructOrUnion())
      return Base;
    Base = Inner->getBase();
  }
}

uint32_t Walker::makeMember(const MemberExpr *X) {
  const ValueDecl *D = X->getMemberDecl();
  if (!isa<FieldDecl>(D))
    return named(D);
  uint32_t Base = value(baseOf(X)), Variable = E.variable(D);
  return B.value(ValueKind::Field, Base, Variable, E.recordOf(X->getType()));
}

uint32_t Walker::makeNot(uint32_t V) {
  if (kind(V) == ValueKind::Not)
    return B.valueDef(V).a();
  return B.value(ValueKind::Not, V);
}

uint32_t Walker::addressOf(const Expr *Operand) {
  Operand = Operand->IgnoreParens();
  if (const auto *U = dyn_cast<UnaryOperator>(Operand); U && U->getOpcode() == UO_Deref)
    return value(U->getSubExpr());
  uint32_t V = value(Operand);
  facts::fb::Value Known = B.valueDef(V);
  switch (Known.kind()) {
  case ValueKind::Local:
  case ValueKind::Global:
  case ValueKind::Field:
  case ValueKind::Param:
  case ValueKind::Captured:
  case ValueKind::Index:
    return B.value(ValueKind::AddressOf, V, 0, Known.record());
  default:
    return V;
  }
}

uint32_t Walker::makeUnary(const UnaryOperator *X) {
  switch (X->getOpcode()) {
  case UO_AddrOf:
    return addressOf(X->getSubExpr());
  case UO_Deref: {
    const Expr *Pointer = X->getSubExpr();
    if (const auto *A = dyn_cast<UnaryOperator>(Pointer->IgnoreParenImpCasts()); A && A->getOpcode() == UO_AddrOf)
      return value(A->getSubExpr());
    QualType T = X->getType();
    if (T->isFunctionType() || T->isRecordType() || T->isDependentType())
      return value(Pointer);
    // What a pointer to a pointer points to is its element 0.
    uint32_t Base = value(Pointer), Zero = B.integer(0);
    return B.value(ValueKind::Index, Base, Zero, E.recordOf(T));
  }
  case UO_LNot:
    return makeNot(value(X->getSubExpr()));
  default:
    if (uint32_t Number = constant(X))
      return Number;
    return unknown(X->getType());
  }
}

uint32_t Walker::makeOperator(const BinaryOperator *X) {
  switch (X->getOpcode()) {
  case BO_EQ:
  case BO_NE: {
    uint32_t Left = value(X->getLHS()), Right = value(X->getRHS());
    return B.value(X->getOpcode() == BO_EQ ? ValueKind::Eq : ValueKind::Ne, Left, Right);
  }
  case BO_LT:
  case BO_GE:
    return signTest(X, X->getLHS(), X->getRHS(), X->getOpcode() == BO_GE);
  case BO_GT:
  case BO_LE:
    return signTest(X, X->getRHS(), X->getLHS(), X->getOpcode() == BO_LE);
  case BO_LAnd:
  case BO_LOr: {
    uint32_t Left = value(X->getLHS()), Right = value(X->getRHS());
    return B.value(X->getOpcode() == BO_LAnd ? ValueKind::And : ValueKind::Or, Left, Right);
  }
  case BO_Comma:
  case BO_Assign:
    return value(X->getRHS());
  default:
    if (uint32_t Number = constant(X))
      return Number;
    return unknown(X->getType());
  }
}

uint32_t Walker::makeCall(const CallExpr *X) {
  if (isAddressFunction(X->getDirectCallee()) && X->getNumArgs() == 1)
    return addressOf(X->getArg(0));
  if (const auto *O = dyn_cast<CXXOperatorCallExpr>(X); O && isNoise(X) && X->getNumArgs() == 2) {
    bool Equal = O->getOperator() == OO_EqualEqual;
    if (Equal || O->getOperator() == OO_ExclaimEqual) {
      uint32_t Left = value(X->getArg(0)), Right = value(X->getArg(1));
      return B.value(Equal ? ValueKind::Eq : ValueKind::Ne, Left, Right);
    }
    if (O->getOperator() == OO_Equal)
      return value(X->getArg(0));
  }
  if (uint32_t Made = madeBy(X))
    return Made;
  uint32_t Site = siteOf(X);
  if (!Site)
    return unknown(X->getType());
  return B.value(ValueKind::CallResult, Site - 1, 0, E.recordOf(X->getType()));
}

uint32_t Walker::makeNew(const CXXNewExpr *X) {
  uint32_t Record = E.recordOf(X->getAllocatedType());
  noteNew(X);
  uint32_t Site = X->getConstructExpr() ? siteOf(X->getConstructExpr()) : 0;
  return B.value(ValueKind::New, Site, 0, Record);
}

uint32_t Walker::makeList(ArrayRef<const Expr *> Items, uint32_t Record) {
  constexpr size_t MaxItems = 64;
  SmallVector<uint32_t, 8> Values;
  for (const Expr *Item : Items.take_front(MaxItems))
    Values.push_back(value(Item));
  return B.list(Values, Record);
}

uint32_t Walker::make(const Expr *X) {
  switch (X->getStmtClass()) {
  case Stmt::CXXThisExprClass:
    return B.value(ValueKind::This, 0, 0, E.recordOf(X->getType()));
  case Stmt::DeclRefExprClass:
    return makeReference(cast<DeclRefExpr>(X));
  case Stmt::MemberExprClass:
    return makeMember(cast<MemberExpr>(X));
  case Stmt::ArraySubscriptExprClass: {
    const auto *S = cast<ArraySubscriptExpr>(X);
    uint32_t Base = value(S->getBase()), Index = value(S->getIdx());
    return B.value(ValueKind::Index, Base, kind(Index) == ValueKind::Unknown ? 0 : Index, E.recordOf(X->getType()));
  }
  case Stmt::UnaryOperatorClass:
    return makeUnary(cast<UnaryOperator>(X));
  case Stmt::BinaryOperatorClass:
    return makeOperator(cast<BinaryOperator>(X));
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
  case Stmt::UserDefinedLiteralClass:
    return makeCall(cast<CallExpr>(X));
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass: {
    const auto *C = cast<CXXConstructExpr>(X);
    if (InDefaultArgument && E.outside(C->getConstructor())) // a flag set from its enumerator, an empty string
      return C->getNumArgs() == 1 ? value(C->getArg(0)) : unknown(X->getType());
    uint32_t Site = siteOf(X);
    uint32_t Record = E.recordOf(X->getType());
    return Site ? B.value(ValueKind::CallResult, Site - 1, 0, Record) : B.value(ValueKind::Unknown, 0, 0, Record);
  }
  case Stmt::CXXNewExprClass:
    return makeNew(cast<CXXNewExpr>(X));
  case Stmt::LambdaExprClass: {
    uint32_t Invoked = closure(cast<LambdaExpr>(X));
    return B.value(ValueKind::Lambda, Invoked, 0, E.recordOf(X->getType()));
  }
  case Stmt::BlockExprClass:
    return B.value(ValueKind::Lambda, closure(cast<BlockExpr>(X)));
  case Stmt::CXXDefaultArgExprClass: {
    ++InDefaultArgument;
    uint32_t V = value(cast<CXXDefaultArgExpr>(X)->getExpr());
    --InDefaultArgument;
    return V;
  }
  case Stmt::ConditionalOperatorClass: {
    const auto *C = cast<ConditionalOperator>(X);
    uint32_t Then = value(C->getTrueExpr()), Else = value(C->getFalseExpr());
    return B.value(ValueKind::Select, Then, Else, E.recordOf(X->getType()));
  }
  case Stmt::BinaryConditionalOperatorClass: {
    const auto *C = cast<BinaryConditionalOperator>(X);
    uint32_t Then = value(C->getCommon()), Else = value(C->getFalseExpr());
    return B.value(ValueKind::Select, Then, Else, E.recordOf(X->getType()));
  }
  case Stmt::InitListExprClass: {
    const auto *L = cast<InitListExpr>(X);
    SmallVector<const Expr *, 8> Items(L->inits());
    return makeList(Items, E.recordOf(X->getType()));
  }
  case Stmt::StringLiteralClass:
    return text(cast<clang::StringLiteral>(X));
  case Stmt::PredefinedExprClass:
    return cast<PredefinedExpr>(X)->getFunctionName() ? text(cast<PredefinedExpr>(X)->getFunctionName())
                                                      : unknown(X->getType());
  case Stmt::IntegerLiteralClass:
    return B.integer(cast<IntegerLiteral>(X)->getValue().zextOrTrunc(64).getSExtValue());
  case Stmt::CharacterLiteralClass:
    return B.integer(cast<CharacterLiteral>(X)->getValue());
  case Stmt::CXXBoolLiteralExprClass:
    return B.integer(cast<CXXBoolLiteralExpr>(X)->getValue());
  case Stmt::CXXNullPtrLiteralExprClass:
  case Stmt::GNUNullExprClass:
    return B.value(ValueKind::Null);
  case Stmt::OffsetOfExprClass: {
    const auto *O = cast<OffsetOfExpr>(X);
    const OffsetOfNode &Last = O->getComponent(O->getNumComponents() - 1);
    if (Last.getKind() == OffsetOfNode::Field)
      return B.value(ValueKind::OffsetOf, 0, E.variable(Last.getField()));
    return unknown(X->getType());
  }
  default:
    if (const auto *C = dyn_cast<CastExpr>(X); C && (C->getCastKind() == CK_NullToPointer ||
                                                     C->getCastKind() == CK_NullToMemberPointer))
      return B.value(ValueKind::Null);
    return unknown(X->getType());
  }
}

uint32_t Walker::closure(const LambdaExpr *X) {
  if (auto It = Closures.find(X); It != Closures.end())
    return It->second;
  std::vector<facts::fb::Capture> Captured;
  for (unsigned I = 0; I != X->capture_size(); ++I) {
    const LambdaCapture &C = X->capture_begin()[I];
    bool ByReference = C.getCaptureKind() == LCK_ByRef || C.getCaptureKind() == LCK_This;
    uint32_t V = 0, Name = 0;
    if (C.capturesThis()) {
      V = value(X->capture_init_begin()[I]);
      Name = B.string("this");
    } else if (C.capturesVariable()) {
      const ValueDecl *D = C.getCapturedVar();
      const auto *Var = dyn_cast<VarDecl>(D);
      V = Var && Var->isInitCapture() ? value(Var->getInit()) : named(D);
      Name = B.string(D->getName());
    } else {
      V = unknown(QualType());
    }
    Captured.emplace_back(V, ByReference, 0, 0, Name);
  }
  const CXXMethodDecl *Call = X->getCallOperator();
  if (const FunctionTemplateDecl *Generic = X->getDependentCallOperator())
    for (const FunctionDecl *Instance : Generic->specializations())
      if (Instance->hasBody()) {
        Call = cast<CXXMethodDecl>(Instance);
        break;
      }
  uint32_t Id = E.closure(Call, Function, std::move(Captured));
  return Closures[X] = Id;
}

uint32_t Walker::closure(const BlockExpr *X) {
  if (auto It = Closures.find(X); It != Closures.end())
    return It->second;
  std::vector<facts::fb::Capture> Captured;
  for (const BlockDecl::Capture &C : X->getBlockDecl()->captures()) {
    uint32_t V = named(C.getVariable());
    Captured.emplace_back(V, C.isByRef(), 0, 0, B.string(C.getVariable()->getName()));
  }
  uint32_t Id = E.closure(X->getBlockDecl(), Function, std::move(Captured));
  return Closures[X] = Id;
}

} // namespace offmain
