// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "solve/Switches.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

using namespace llvm;

namespace offmain {

namespace {

/// A constant put into a variable at a place of one function.
struct Setting {
  Place At;
  bool On;
};

std::optional<bool> constant(const Program &P, ValueId V) {
  if (V && P[V].Kind == ValueKind::Not) { // TRUE
    auto Inner = constant(P, ValueId(P[V].A));
    return Inner ? std::optional<bool>(!*Inner) : std::nullopt;
  }
  if (!V || (P[V].Kind != ValueKind::Int && P[V].Kind != ValueKind::Null))
    return std::nullopt;
  return P[V].Kind == ValueKind::Int && (P[V].A || P[V].B);
}

/// The variable a function keeps its parameter N in, and N; only stores count.
std::optional<std::pair<uint32_t, unsigned>> setter(const Tables &T, FunctionId F) {
  const Program &P = T.P;
  if (!F || !P[F].hasBody())
    return std::nullopt;
  std::optional<std::pair<uint32_t, unsigned>> Found;
  for (const Block &B : P.blocks(P[F]))
    for (const Event &E : P.events(B)) {
      if (E.Kind != EventKind::Store || E.B == UINT32_MAX || Found)
        return std::nullopt;
      const Value &To = P.Values[E.A], &From = P.Values[E.B];
      if (To.Kind != ValueKind::Global || From.Kind != ValueKind::Param)
        return std::nullopt;
      Found = {To.A, From.A};
    }
  return Found;
}

bool spawns(const Contract &C) {
  return any_of(C.Callbacks, [](const CallbackContract &B) { return B.Runs == Thread::Worker; });
}

} // namespace

DenseSet<uint32_t> setAtStart(const Tables &T, const KnownContexts &Known) {
  const Program &P = T.P;
  DenseSet<uint32_t> Out;
  auto Filled = [&](ValueId V) {
    V = V ? T.strip(V) : V;
    return V && (P[V].Kind == ValueKind::Function || P[V].Kind == ValueKind::Lambda);
  };
  auto AtStart = [&](FunctionId F) {
    return F.Index < Known.size() && (Known[F.Index] & StartupMask) && !(Known[F.Index] & ~StartupMask);
  };
  for (uint32_t V = 0; V < P.Variables.size(); ++V) {
    const Variable &Var = P.Variables[V];
    if (Var.Owner || !Var.is(VariableFlag::FunctionPointer) || Var.is(VariableFlag::Outside))
      continue;
    bool Start = false, Full = true;
    for (const FramedValue &Stored : T.stores(cellOfVariable(V))) {
      auto Kept = setter(T, Stored.Frame);
      if (!Kept || Kept->first != V) {
        if (P[Stored.Frame].is(FunctionFlag::Initializer))
          continue;
        Full &= Filled(Stored.Value);
        Start |= AtStart(Stored.Frame);
        continue;
      }
      for (SiteId Call : T.directCallers(Stored.Frame)) {
        Full &= Filled(P.arg(P[Call], Kept->second));
        Start |= AtStart(P[Call].Caller);
      }
    }
    if (Full && Start)
      Out.insert(V);
  }
  return Out;
}

DenseSet<uint32_t> switchedOffForThreads(const Tables &T) {
  const Program &P = T.P;
  DenseSet<uint32_t> Out;
  FunctionId Last;
  for (SiteId Spawn : T.sitesWithCallbacks()) {
    FunctionId F = P[Spawn].Caller;
    if (F == Last || !spawns(T.contract(P[Spawn])))
      continue;
    Last = F;
    std::map<uint32_t, std::vector<Setting>> Settings;
    std::vector<Place> Joins;
    for (SiteId S : T.sitesOf(F)) {
      const Site &At = P[S];
      if (T.contract(At).What == Role::Join)
        Joins.push_back(At.At);
      if (auto Kept = setter(T, At.Callee))
        if (auto On = constant(P, P.arg(At, Kept->second)))
          Settings[Kept->first].push_back({At.At, *On});
    }
    for (const Block &B : P.blocks(P[F]))
      for (const Event &E : P.events(B))
        if (E.Kind == EventKind::Store && E.B != UINT32_MAX && P.Values[E.A].Kind == ValueKind::Global)
          if (auto On = constant(P, ValueId(E.B)))
            Settings[P.Values[E.A].A].push_back({E.At, *On});
    const Place &Start = P[Spawn].At;
    for (auto &[Variable, List] : Settings) {
      bool OffBefore = any_of(List, [&](const Setting &S) { return !S.On && S.At < Start; });
      bool OnBetween = false, OnAfter = false;
      for (const Setting &S : List)
        if (S.On && !(S.At < Start))
          (any_of(Joins, [&](const Place &J) { return !(J < Start) && J < S.At; }) ? OnAfter : OnBetween) = true;
      if (OffBefore && OnAfter && !OnBetween)
        Out.insert(Variable);
    }
  }
  return Out;
}

} // namespace offmain
