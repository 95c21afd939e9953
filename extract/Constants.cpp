// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Constants: small integers, and times of the C++ library in one unit (`200ms`, `seconds(2)`, `minutes(1) / 4`), told by
// clang's evaluator. The functions they are made of are constexpr, so their bodies were not skipped. Rejected: the number
// in the constructor call; its unit is in template arguments that facts do not keep, and literals have no such call.
#include "extract/Walker.h"
#include "clang/AST/DeclTemplate.h"
#include <cmath>

using namespace clang;
using namespace llvm;
using offmain::facts::ValueKind;

namespace offmain {

// Literals, and sums and masks of literals and enumerators.
static bool isCheapConstant(const Expr *X, unsigned Depth = 0) {
  X = X->IgnoreParenCasts();
  if (Depth > 16)
    return false;
  if (isa<IntegerLiteral, CharacterLiteral, CXXBoolLiteralExpr>(X))
    return true;
  if (const auto *R = dyn_cast<DeclRefExpr>(X))
    return isa<EnumConstantDecl>(R->getDecl());
  if (const auto *U = dyn_cast<UnaryOperator>(X))
    return (U->getOpcode() == UO_Minus || U->getOpcode() == UO_Not) && isCheapConstant(U->getSubExpr(), Depth + 1);
  if (const auto *O = dyn_cast<BinaryOperator>(X))
    return !O->isAssignmentOp() && isCheapConstant(O->getLHS(), Depth + 1) && isCheapConstant(O->getRHS(), Depth + 1);
  return false;
}

/// 0 when X is no small constant.
uint32_t Walker::constant(const Expr *X) {
  if (X->isValueDependent() || !X->getType()->isIntegralOrEnumerationType() || !isCheapConstant(X))
    return 0;
  Expr::EvalResult Result;
  if (!X->EvaluateAsInt(Result, Context))
    return 0;
  return B.integer(Result.Val.getInt().extOrTrunc(64).getSExtValue());
}

// The length of one tick of a std::chrono::duration in nanoseconds; 0 for other types.
static double tickOf(QualType T) {
  const auto *Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(T->getAsCXXRecordDecl());
  if (!Class || !Class->getIdentifier() || Class->getName() != "duration" || Class->getTemplateArgs().size() != 2)
    return 0;
  const auto *In = dyn_cast<NamespaceDecl>(Class->getDeclContext()->getRedeclContext());
  if (!In || !In->getIdentifier() || In->getName() != "chrono" || !In->getDeclContext()->getRedeclContext()->isStdNamespace())
    return 0;
  const TemplateArgument &Period = Class->getTemplateArgs().get(1);
  if (Period.getKind() != TemplateArgument::Type)
    return 0;
  const auto *Ratio = dyn_cast_or_null<ClassTemplateSpecializationDecl>(Period.getAsType()->getAsCXXRecordDecl());
  if (!Ratio || Ratio->getTemplateArgs().size() != 2)
    return 0;
  const TemplateArgument &Num = Ratio->getTemplateArgs().get(0), &Den = Ratio->getTemplateArgs().get(1);
  if (Num.getKind() != TemplateArgument::Integral || Den.getKind() != TemplateArgument::Integral)
    return 0;
  double Parts = Den.getAsIntegral().signedRoundToDouble();
  return Parts ? 1e9 * Num.getAsIntegral().signedRoundToDouble() / Parts : 0;
}

/// 0 when X is no time that is known here. A variable stays one: what it holds is a store.
uint32_t Walker::duration(const Expr *X) {
  if (!X->getType()->isRecordType())
    return 0;
  double Tick = tickOf(X->getType());
  if (!Tick || X->isValueDependent())
    return 0;
  X = X->IgnoreImplicit()->IgnoreParens()->IgnoreImplicit();
  if (isa<DeclRefExpr, MemberExpr>(X) || tickOf(X->getType()) != Tick)
    return 0;
  Expr::EvalResult Result;
  if (!X->EvaluateAsRValue(Result, Context) || Result.HasSideEffects || !Result.Val.isStruct() ||
      Result.Val.getStructNumFields() != 1)
    return 0;
  const APValue &Ticks = Result.Val.getStructField(0);
  double Count = Ticks.isInt()     ? Ticks.getInt().signedRoundToDouble()
                 : Ticks.isFloat() ? Ticks.getFloat().convertToDouble()
                                   : NAN;
  constexpr double Longest = 9e18; // fits 64 bits; centuries
  double Nanoseconds = Count * Tick;
  if (!(Nanoseconds >= -Longest)) // also no number
    return 0;
  return B.integer(static_cast<int64_t>(std::min(Nanoseconds, Longest)), E.recordOf(X->getType()));
}

} // namespace offmain
