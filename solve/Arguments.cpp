// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "solve/Arguments.h"
#include "solve/Guards.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

namespace {

constexpr unsigned MaxTests = 31;

/// A parameter of F that the function itself sets, or gives the address of.
bool changed(const Program &P, FunctionId F, unsigned Param) {
  auto Is = [&](uint32_t V) { return P.Values[V].Kind == ValueKind::Param && P.Values[V].A == Param; };
  auto Given = [&](uint32_t V) {
    return V != UINT32_MAX && P.Values[V].Kind == ValueKind::AddressOf && Is(P.Values[V].A);
  };
  for (const Block &B : P.blocks(P[F]))
    for (const Event &E : P.events(B)) {
      if (E.Kind == EventKind::Store && (Is(E.A) || Given(E.B)))
        return true;
      if (E.Kind == EventKind::Call && any_of(P.args(P.Sites[E.A]), Given))
        return true;
    }
  return false;
}

} // namespace

ArgumentTests::ArgumentTests(const Tables &T) : T(T), P(T.P), Tested(T.P.Functions.size()) {
  for (uint32_t F = 0; F < P.Functions.size(); ++F)
    if (P.Functions[F].ParamsCount && P.Functions[F].BlocksCount > 1 && !T.directCallers(FunctionId(F)).empty())
      learn(FunctionId(F));
}

void ArgumentTests::learn(FunctionId F) {
  auto Blocks = P.blocks(P[F]);
  std::vector<Test> List;
  for (const Block &B : Blocks) {
    auto Succ = P.successors(B);
    if (!B.Condition || Succ.size() != 2 || Succ[0] == UINT32_MAX || Succ[1] == UINT32_MAX)
      continue;
    auto Of = tested(P, B.Condition);
    if (!Of || P[Of->Value].Kind != ValueKind::Param)
      continue;
    unsigned Param = P[Of->Value].A;
    if (none_of(T.directCallers(F), [&](SiteId Call) { return constantOf(P, P.arg(P[Call], Param)).has_value(); }) ||
        changed(P, F, Param))
      continue;
    auto Yes = reachableBlocks(P, Blocks, Succ[0]), No = reachableBlocks(P, Blocks, Succ[1]);
    for (uint32_t At = 0; At < Blocks.size(); ++At) {
      if (Yes[At] == No[At])
        continue;
      Test Here{Param, Of->Number, Of->Equal == Yes[At]};
      auto Known = llvm::find(List, Here);
      if (Known == List.end()) {
        if (List.size() == MaxTests)
          return;
        Known = List.insert(List.end(), Here);
      }
      for (const Event &E : P.events(Blocks[At]))
        if (E.Kind == EventKind::Call) // the first test of several decides
          Bits.try_emplace(E.A, 1u << (Known - List.begin()));
    }
  }
  if (List.empty())
    return;
  Tested.set(F.Index);
  Tests[F.Index] = std::move(List);
}

uint32_t ArgumentTests::passed(SiteId Call) const {
  auto Of = Tests.find(P[Call].Callee.Index);
  if (Of == Tests.end())
    return UINT32_MAX;
  uint32_t Out = 0;
  for (size_t N = 0; N < Of->second.size(); ++N) {
    const Test &Each = Of->second[N];
    auto K = constantOf(P, P.arg(P[Call], Each.Param));
    if (!K || (*K == Each.Constant) == Each.Equal)
      Out |= 1u << N;
  }
  return Out + 1 == 1u << Of->second.size() ? UINT32_MAX : Out;
}

} // namespace offmain
