// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Tests of what a call came to: comparisons that tell its sign, and switches.
//
// `switch (fork()) { case -1: ...; case 0: ...; default: ... }` → the chain of tests that its `if` form would be. Only
// switches with no other cases than -1, 0 and 1: a switch over messages or kinds stays one block with many ways on,
// which is smaller and says as much to those who ask.
#include "extract/Walker.h"

using namespace clang;
using namespace llvm;
using offmain::facts::ValueKind;

namespace offmain {

/// `pid < 0`: comparisons with -1, 0 and 1 tell the outcomes of a call apart; others are not asked for.
uint32_t Walker::signTest(const BinaryOperator *X, const Expr *Less, const Expr *Than, bool Negated) {
  if (!Less->getType()->isIntegralOrEnumerationType() || !Than->getType()->isIntegralOrEnumerationType())
    return unknown(X->getType());
  uint32_t Left = value(Less), Right = value(Than);
  auto Near = [&](uint32_t V) {
    facts::fb::Value D = B.valueDef(V);
    int64_t Number = static_cast<int64_t>(uint64_t(D.b()) << 32 | D.a());
    return D.kind() == ValueKind::Int && Number >= -1 && Number <= 1;
  };
  bool Asked = (Near(Left) && kind(Right) != ValueKind::Unknown) || (Near(Right) && kind(Left) != ValueKind::Unknown);
  if (!Asked) {
    uint32_t Number = constant(X);
    return Number ? Number : unknown(X->getType());
  }
  uint32_t V = B.value(ValueKind::Less, Left, Right);
  return Negated ? makeNot(V) : V;
}

/// The number of a case of one value, if it is an outcome.
static std::optional<int64_t> outcomeOf(const Stmt *Label, const ASTContext &Context) {
  const auto *Case = dyn_cast_or_null<CaseStmt>(Label);
  if (!Case || Case->getRHS() || Case->getLHS()->isValueDependent())
    return std::nullopt;
  Expr::EvalResult Result;
  if (!Case->getLHS()->EvaluateAsInt(Result, Context))
    return std::nullopt;
  int64_t Number = Result.Val.getInt().extOrTrunc(64).getSExtValue();
  return Number >= -1 && Number <= 1 ? std::optional(Number) : std::nullopt;
}

bool Walker::branchOnOutcome(const CFGBlock &X, const DenseMap<const CFGBlock *, uint32_t> &Numbers) {
  const auto *Switch = dyn_cast_or_null<SwitchStmt>(X.getTerminatorStmt());
  constexpr unsigned MaxWays = 4; // the three outcomes and what is left
  if (!Switch || X.succ_size() < 2 || X.succ_size() > MaxWays || Switch->getCond()->isTypeDependent() ||
      !Switch->getCond()->IgnoreParenImpCasts()->getType()->isSignedIntegerType())
    return false;
  auto Number = [&](const CFGBlock::AdjacentBlock &Next) {
    auto It = Numbers.find(Next.getReachableBlock());
    return It == Numbers.end() ? facts::NoBlock : It->second;
  };
  SmallVector<std::pair<int64_t, uint32_t>, 3> Cases;
  for (const CFGBlock::AdjacentBlock &Next : drop_end(X.succs())) { // the last way is that of all other values
    const CFGBlock *To = Next.getReachableBlock();
    auto Outcome = outcomeOf(To ? To->getLabel() : nullptr, Context);
    if (!Outcome)
      return false;
    Cases.emplace_back(*Outcome, Number(Next));
  }
  uint32_t Tested = value(Switch->getCond());
  if (kind(Tested) == ValueKind::Unknown || kind(Tested) == ValueKind::Int)
    return false;
  llvm::sort(Cases);
  uint32_t At = Numbers.lookup(&X), Rest = Number(*std::prev(X.succ_end()));
  for (size_t I = 0; I != Cases.size(); ++I) {
    auto [Outcome, Taken] = Cases[I];
    uint32_t Next = I + 1 == Cases.size() ? Rest : Code.block();
    Code.Blocks[At].Condition = Outcome ? B.value(ValueKind::Eq, Tested, B.integer(Outcome)) : Tested;
    Code.Blocks[At].Successors =
        Outcome ? SmallVector<uint32_t, 2>{Taken, Next} : SmallVector<uint32_t, 2>{Next, Taken};
    At = Next;
  }
  return true;
}

} // namespace offmain
