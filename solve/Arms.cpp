// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Branches whose two arms tell something of each other: post-or-do, and hand-offs chosen by a parameter.
#include "solve/Guards.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

std::vector<bool> reachableBlocks(const Program &P, ArrayRef<Block> Blocks, uint32_t From) {
  std::vector<bool> Seen(Blocks.size());
  SmallVector<uint32_t, 8> Work{From};
  while (!Work.empty()) {
    uint32_t B = Work.pop_back_val();
    if (B == UINT32_MAX || Seen[B])
      continue;
    Seen[B] = true;
    for (uint32_t S : P.successors(Blocks[B]))
      Work.push_back(S);
  }
  return Seen;
}

/// "if (mode) post(f) else f()": one arm posts to main what the other does at once. Whatever the condition is, its
/// author knows which arm is for which thread, so the direct call is taken to be main's.
void Guards::postOrDo(FunctionId F) {
  std::vector<std::pair<uint32_t, std::vector<FunctionId>>> Posts; // block, what it posts
  auto Blocks = P.blocks(P[F]);
  for (uint32_t B = 0; B < Blocks.size(); ++B)
    for (const Event &E : P.events(Blocks[B])) {
      if (E.Kind != EventKind::Call)
        continue;
      const Site &S = P.Sites[E.A];
      for (const CallbackContract &C : T.contract(S).Callbacks)
        if (C.Runs == Thread::Main || C.Runs == Thread::Context)
          if (ValueId V = P.arg(S, C.Arg)) {
            auto Functions = Fl.functions(F, V);
            Posts.push_back({B, std::vector<FunctionId>(Functions.begin(), Functions.end())});
          }
    }
  if (Posts.empty())
    return;
  // A function that only ever runs on a worker has no arm for main.
  WantsContexts = true;
  if (F.Index < Known.size() && Known[F.Index] && !(Known[F.Index] & MainMask))
    return;
  /// A call that names the same thing: the posted function, what it calls, or the same signal.
  auto Same = [&](const Site &X, FunctionId Posted) {
    if (X.Callee == Posted)
      return true;
    for (SiteId S : T.sitesOf(Posted)) {
      if (P[S].Callee != X.Callee || !X.Callee)
        continue;
      if (P[X.Callee].hasBody())
        return true;
      for (unsigned I = 0; I < X.ArgsCount; ++I)
        if (ValueId A = P.arg(X, I); A && A == P.arg(P[S], I) &&
                                     (P[A].Kind == ValueKind::Index || P[A].Kind == ValueKind::String || P[A].Kind == ValueKind::Global))
          return true;
    }
    return false;
  };
  for (const Block &B : Blocks) {
    auto Succ = P.successors(B);
    if (!B.Condition || Succ.size() != 2 || Succ[0] == UINT32_MAX || Succ[1] == UINT32_MAX)
      continue;
    auto Yes = reachableBlocks(P, Blocks, Succ[0]), No = reachableBlocks(P, Blocks, Succ[1]);
    for (auto &[At, Functions] : Posts) {
      if (Yes[At] == No[At])
        continue;
      for (uint32_t O = 0; O < Blocks.size(); ++O)
        if (Yes[O] != No[O] && Yes[O] != Yes[At])
          for (const Event &E : P.events(Blocks[O]))
            if (E.Kind == EventKind::Call)
              for (FunctionId Posted : Functions)
                if (Same(P.Sites[E.A], Posted)) {
                  SiteState State = at(SiteId(E.A));
                  State.Allowed &= MainMask;
                  state(E.A) = State;
                }
    }
  }
}

bool Guards::ParameterTest::allows(const Program &P, ValueId Given) const {
  auto K = constantOf(P, Given);
  return !K || (*K == Constant) == Equal;
}

std::optional<Guards::ParameterTest> Guards::parameterTest(FunctionId F, SiteId S) const {
  if (!S || P[S].Caller != F)
    return std::nullopt;
  auto Blocks = P.blocks(P[F]);
  for (const Block &B : Blocks) {
    auto Succ = P.successors(B);
    if (!B.Condition || Succ.size() != 2)
      continue;
    auto Of = tested(P, B.Condition);
    if (!Of || P[Of->Value].Kind != ValueKind::Param)
      continue;
    ParameterTest Test{P[Of->Value].A, Of->Number, Of->Equal};
    auto Yes = Succ[0] == UINT32_MAX ? std::vector<bool>(Blocks.size()) : reachableBlocks(P, Blocks, Succ[0]);
    auto No = Succ[1] == UINT32_MAX ? std::vector<bool>(Blocks.size()) : reachableBlocks(P, Blocks, Succ[1]);
    for (uint32_t At = 0; At < Blocks.size(); ++At) {
      if (Yes[At] == No[At])
        continue;
      for (const Event &E : P.events(Blocks[At]))
        if (E.Kind == EventKind::Call && E.A == S.Index) {
          if (No[At])
            Test.Equal = !Test.Equal;
          return Test;
        }
    }
  }
  return std::nullopt;
}

} // namespace offmain
