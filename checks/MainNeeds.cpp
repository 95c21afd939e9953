// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/MainNeeds.h"
#include "checks/WakeUps.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

MainNeeds::MainNeeds(const Program &P, const Solution &S, std::vector<NeedOfMain> Needs)
    : P(P), S(S), Calls(std::move(Needs)) {
  if (Calls.empty())
    return;
  const Tables &T = *S.impl().T;
  SmallVector<FunctionId, 16> Work;
  auto Add = [&](FunctionId F, SiteId Call) {
    if (Next.try_emplace(F.Index, Call).second)
      Work.push_back(F);
  };
  DenseMap<uint32_t, SmallVector<const Edge *, 4>> Into;
  for (const Edge &E : S.impl().Gr->Edges)
    if (E.How == Hop::Same)
      Into[E.To.Index].push_back(&E);
  for (const NeedOfMain &N : Calls)
    Add(P[N.Site].Caller, N.Site);
  for (size_t I = 0; I < Work.size(); ++I) {
    FunctionId F = Work[I];
    for (SiteId Call : T.directCallers(F))
      Add(P[Call].Caller, Call);
    if (auto It = Into.find(F.Index); It != Into.end())
      for (const Edge *E : It->second)
        Add(E->From, E->Site);
  }
}

const NeedOfMain *MainNeeds::at(SiteId Call) const {
  auto It = find_if(Calls, [&](const NeedOfMain &N) { return N.Site == Call; });
  return It == Calls.end() ? nullptr : &*It;
}

/// The function that Call enters on its way to a need, or none.
FunctionId MainNeeds::leads(SiteId Call) const {
  const Site &At = P[Call];
  if (!At.is(SiteFlag::Virtual) && At.Callee && Next.contains(At.Callee.Index))
    return At.Callee;
  for (const Edge &E : S.impl().Gr->from(At.Caller))
    if (E.Site == Call && E.How == Hop::Same && Next.contains(E.To.Index))
      return E.To;
  return {};
}

SiteId MainNeeds::onTheWayTo(SiteId Target, Ctx C) const {
  SiteId First, Towards = Target;
  const std::vector<Reached> &States = S.impl().C->states();
  const Reached *R = S.impl().C->state(P[Target].Caller, C);
  // A step whose call stands elsewhere is a signal's connection: what comes before it is not on the way.
  while (R && P[Towards].Caller == R->Function) {
    for (SiteId Before : S.impl().T->sitesOf(R->Function))
      if ((at(Before) || leads(Before)) && comesBefore(P, Before, Towards)) {
        First = Before;
        break;
      }
    if (R->Previous == UINT32_MAX || (maskOf(States[R->Previous].Context) & MainMask))
      break;
    Towards = R->Site;
    R = &States[R->Previous];
  }
  return First;
}

void MainNeeds::append(Finding &F, const NeedOfMain &Need) const {
  const Site &At = P[Need.Site];
  F.Counterpart.push_back({sourcePlace(P, At.At, At.End), Need.What, P.name(At.Caller).str()});
  if (!Need.Waker)
    return;
  const Site &Wake = P[Need.Waker];
  F.Related.push_back(
      {sourcePlace(P, Wake.At, Wake.End), "would be woken here, on the main thread", P.name(Wake.Caller).str()});
}

void MainNeeds::append(Finding &F, SiteId Call) const {
  constexpr unsigned MaxSteps = 32;
  for (unsigned Step = 0; Step < MaxSteps; ++Step) {
    if (const NeedOfMain *Need = at(Call))
      return append(F, *Need);
    FunctionId Into = leads(Call);
    if (!Into)
      return;
    const Site &At = P[Call];
    F.Counterpart.push_back(
        {sourcePlace(P, At.At, At.End), "calls '" + P.name(Into).str() + "'", P.name(At.Caller).str()});
    Call = Next.find(Into.Index)->second;
  }
}

} // namespace offmain
