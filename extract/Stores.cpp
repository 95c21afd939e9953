// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Assignments and initialisers → stores. Floating point, and numbers put into arrays, are left out: nothing asks.
#include "extract/Walker.h"

using namespace clang;
using namespace llvm;
using offmain::facts::SiteFlag;
using offmain::facts::ValueKind;

namespace offmain {

static const InitListExpr *asList(const Expr *Init);

static bool isPlace(ValueKind K) {
  return K == ValueKind::Local || K == ValueKind::Global || K == ValueKind::Field || K == ValueKind::Index ||
         K == ValueKind::Param || K == ValueKind::Captured;
}

// A record behind a pointer is the pointer's own value here, so a store to it would seem to move the pointer.
static bool isWholeRecord(const Expr *Target) {
  Target = Target->IgnoreParens();
  if (!Target->getType()->isRecordType())
    return false;
  const auto *U = dyn_cast<UnaryOperator>(Target);
  return U && U->getOpcode() == UO_Deref;
}

void Walker::assign(const Expr *Target, const Expr *Stored, SourceLocation At) {
  QualType T = Target->getType();
  if (T->isFloatingType() || isWholeRecord(Target))
    return;
  uint32_t To = value(Target);
  if (!isPlace(kind(To)))
    return;
  if (const InitListExpr *List = asList(Stored); List && List->getType()->isRecordType())
    return storeList([&] { return To; }, List, 0); // x->table = (Table){...}
  uint32_t V = value(Stored);
  // Tables of ids that calls hand out are asked for (`ids[LAST] = register(...)`), tables of numbers are not.
  if (kind(To) == ValueKind::Index && T->isArithmeticType() && kind(V) != ValueKind::CallResult)
    return;
  Code.store(Block, To, V, E.where().begin(B, At));
}

/// `x += 1`: what x was is no longer known.
void Walker::forget(const Expr *Target, SourceLocation At) {
  if (!Target->getType()->isIntegralOrEnumerationType())
    return;
  uint32_t To = value(Target);
  if (kind(To) == ValueKind::Field || kind(To) == ValueKind::Global)
    Code.store(Block, To, B.value(ValueKind::Unknown), E.where().begin(B, At));
}

static const InitListExpr *asList(const Expr *Init) {
  if (const auto *D = dyn_cast<CXXDefaultInitExpr>(Init))
    Init = D->getExpr();
  Init = Init->IgnoreImplicit();
  if (const auto *C = dyn_cast<CompoundLiteralExpr>(Init))
    Init = C->getInitializer()->IgnoreImplicit();
  const auto *L = dyn_cast<InitListExpr>(Init);
  if (!L || !(L->getType()->isRecordType() || L->getType()->isArrayType()) || L->isTransparent())
    return nullptr;
  return L->isSemanticForm() ? L : L->getSemanticForm();
}

static bool keptInTable(ValueKind K, bool InRecord) {
  switch (K) {
  case ValueKind::Function:
  case ValueKind::Lambda:
  case ValueKind::Member:
  case ValueKind::CallResult:
  case ValueKind::New:
  case ValueKind::AddressOf:
  case ValueKind::Global:
  case ValueKind::Param:
  case ValueKind::Local:
  case ValueKind::Captured:
  case ValueKind::Field:
  case ValueKind::Select:
    return true;
  case ValueKind::String:
  case ValueKind::Enum:
    return InRecord;
  default:
    return false;
  }
}

void Walker::storeElement(function_ref<uint32_t()> Target, const Expr *Init, bool InRecord, unsigned Depth) {
  if (const InitListExpr *Nested = asList(Init))
    return storeList(Target, Nested, Depth + 1);
  if (isa<ImplicitValueInitExpr, NoInitExpr>(Init) || Init->getType()->isArithmeticType() ||
      Init->getType()->isArrayType())
    return;
  uint32_t V = value(Init);
  if (keptInTable(kind(V), InRecord))
    Code.store(Block, Target(), V, E.where().begin(B, Init->getBeginLoc()));
}

/// Target is asked for only when there is something to store, so that tables of plain numbers leave no trace.
void Walker::storeList(function_ref<uint32_t()> Target, const InitListExpr *List, unsigned Depth) {
  constexpr unsigned MaxElements = 4096, MaxDepth = 8;
  unsigned Count = std::min(List->getNumInits(), MaxElements);
  if (Depth > MaxDepth)
    return;
  if (List->getType()->isArrayType()) {
    QualType Element = Context.getBaseElementType(List->getType());
    if (Element->isArithmeticType())
      return;
    uint32_t Record = E.recordOf(Element);
    for (unsigned I = 0; I != Count; ++I)
      storeElement([&] { uint32_t Of = Target(); return B.value(ValueKind::Index, Of, B.integer(I), Record); },
                   List->getInit(I), Element->isRecordType(), Depth);
    return;
  }
  const RecordDecl *R = List->getType()->getAsRecordDecl();
  R = R ? R->getDefinition() : nullptr;
  if (!R || R->isInvalidDecl())
    return;
  auto Member = [&](const FieldDecl *F, const Expr *Init) {
    storeElement(
        [&] {
          uint32_t Of = Target();
          return F->isAnonymousStructOrUnion() ? Of : fieldOf(Of, F);
        },
        Init, true, Depth);
  };
  if (R->isUnion()) {
    if (const FieldDecl *F = List->getInitializedFieldInUnion(); F && Count)
      Member(F, List->getInit(0));
    return;
  }
  unsigned I = 0;
  if (const auto *Class = dyn_cast<CXXRecordDecl>(R))
    for (unsigned Bases = Class->getNumBases(); Bases && I != Count; --Bases, ++I)
      if (const InitListExpr *Base = asList(List->getInit(I)))
        storeList(Target, Base, Depth + 1);
  for (const FieldDecl *F : R->fields()) {
    if (F->isUnnamedBitField())
      continue;
    if (I == Count)
      break;
    Member(F, List->getInit(I++));
  }
}

/// A record made in place as an argument or a result (`list.push_back({callback, data})`): its members are those of some
/// object of the record.
void Walker::storeTemporary(const Expr *X) {
  const InitListExpr *List = X->getType()->isRecordType() || X->isGLValue() ? asList(X) : nullptr;
  if (List && List->getType()->isRecordType())
    storeList([&] { return 0u; }, List, 0);
}

/// Fresh: the target had no value before, so an unknown number says nothing new.
void Walker::initialise(uint32_t Target, const Expr *Init, SourceLocation At, bool Fresh) {
  if (!Init || Init->getType()->isFloatingType() || isa<ImplicitValueInitExpr>(Init) || Init->isTypeDependent())
    return;
  if (const InitListExpr *List = asList(Init))
    return storeList([&] { return Target; }, List, 0);
  if (Init->getType()->isArrayType() && !Init->isGLValue())
    return;
  const Expr *Inner = Init->IgnoreImplicit();
  if (const auto *C = dyn_cast<CXXConstructExpr>(Inner))
    if (C->getNumArgs() == 0 || isa<CXXDefaultArgExpr>(C->getArg(0)))
      return; // the constructor's site says it all
  uint32_t V = value(Init);
  if (Fresh && kind(V) == ValueKind::Unknown)
    return;
  Code.store(Block, Target, V, E.where().begin(B, At));
}

void Walker::declare(const VarDecl *D) {
  if (D->isInvalidDecl() || D->hasExternalStorage())
    return;
  if (const Expr *Array = ArrayLoops.lookup(D)) {
    uint32_t Element = B.value(ValueKind::Index, value(Array), 0, E.recordOf(D->getType()));
    Code.store(Block, local(D), Element, E.where().begin(B, D->getLocation()));
    return;
  }
  if (!D->getInit() || Skipped.contains(D->getInit()))
    return;
  initialise(named(D), D->getInit(), D->getLocation(), true);
}

void Walker::initialiseMember(const CXXCtorInitializer *I) {
  const FieldDecl *F = I->getAnyMember();
  if (!F || !I->getInit())
    return;
  uint32_t This = thisValue();
  uint32_t Target = F->isAnonymousStructOrUnion() ? This : fieldOf(This, F);
  SourceLocation At = I->isWritten() ? I->getSourceLocation() : F->getLocation();
  initialise(Target, I->getInit(), At, true);
}

} // namespace offmain
