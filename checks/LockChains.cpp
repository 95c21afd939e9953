// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/LockChains.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

using namespace llvm;

namespace offmain {

Step LockChains::step(SiteId At, const Twine &Text) const {
  return {sourcePlace(P, P[At].At, P[At].End), Text.str(), P.name(P[At].Caller).str()};
}

std::optional<LockChain> LockChains::chain(SiteId Site, CtxMask Wanted) const {
  auto In = surest(S, P, Site, Wanted, &Found);
  if (!In)
    return std::nullopt;
  FunctionId F = P[Site].Caller;
  auto Test = G.parameterTest(F, Site);
  const Reached *R = Found.state(F, *In);
  if (!Test || R->Previous == UINT32_MAX || P[R->Site].Callee != F || Test->allows(P, P.arg(P[R->Site], Test->Param)))
    return LockChain{*In, SiteId()};
  for (SiteId Call : T.directCallers(F)) {
    if (!Test->allows(P, P.arg(P[Call], Test->Param)))
      continue;
    for (unsigned C = 0; C < unsigned(Ctx::Count); ++C)
      if (Found.state(P[Call].Caller, Ctx(C)))
        if (auto Begins = G.at(Call).through(Ctx(C), LockView::Exact))
          if (auto Here = G.at(Site).through(*Begins, LockView::Exact); Here && (maskOf(*Here) & Wanted))
            return LockChain{Ctx(C), Call};
  }
  return std::nullopt;
}

Finding LockChains::found(SiteId Site, const LockChain &C, StringRef Rule, Level Severity, const Twine &Message) const {
  if (!C.Via)
    return findingAt(P, S, Site, C.In, Rule, Severity, Message.str(), &Found);
  Finding F = findingAt(P, S, C.Via, C.In, Rule, Severity, Message.str(), &Found);
  const offmain::Site &At = P[Site];
  F.Witness.push_back(step(C.Via, "calls '" + P.name(At.Caller) + "'"));
  F.At = sourcePlace(P, At.At, At.End);
  F.Function = P.name(At.Caller).str();
  F.Callee = At.Callee ? P.name(At.Callee).str() : std::string();
  return F;
}

const EntryPoint &LockChains::entry(SiteId Site, const LockChain &C) const {
  return Gr.Entries[S.entryOf(P[C.Via ? C.Via : Site].Caller, C.In, &Found)];
}

SiteId LockChains::changedBefore(SiteId Site, Ctx C, int By) const {
  SiteId Last;
  for (SiteId O : T.sitesOf(P[Site].Caller))
    if (O < Site && G.lockEffect(P[O], C).By * By > 0)
      Last = O;
  return Last;
}

SiteId LockChains::since(SiteId Site, const LockChain &C, int By) const {
  auto IsSo = [&](Ctx In) { return bool(maskOf(In) & LockedMask) == (By > 0); };
  SiteId At = C.Via ? C.Via : Site;
  const Reached *R = Found.state(P[At].Caller, C.In);
  if (!IsSo(C.In))
    return changedBefore(At, C.In, By);
  while (R && R->Previous != UINT32_MAX) {
    const Reached &From = Found.states()[R->Previous];
    if (!IsSo(From.Context))
      return changedBefore(R->Site, From.Context, By);
    R = &From;
  }
  return SiteId();
}

SmallVector<FunctionId, 4> LockChains::joined(const offmain::Site &At) const {
  SmallVector<FunctionId, 4> Threads;
  const Flow &Fl = *S.impl().Fl;
  ValueId Handle = At.Receiver ? At.Receiver : P.arg(At, 0);
  auto Started = [&](const offmain::Site &Start) {
    for (const CallbackContract &B : T.contract(Start).Callbacks)
      if (B.Runs == Thread::Worker && B.Arg >= 0)
        append_range(Threads, Fl.functions(Start.Caller, P.arg(Start, B.Arg)));
  };
  for (const FramedValue &V : Fl.sources(At.Caller, Handle))
    if (V.Value && P[V.Value].Kind == ValueKind::CallResult)
      Started(P.Sites[P[V.Value].A]);
  // pthread_create(&thread, ...)
  if (Cell Of = T.cellOf(Handle))
    for (SiteId Start : T.sitesWithCallbacks())
      if (P.arg(P[Start], 0) && T.cellOf(P.arg(P[Start], 0)) == Of)
        Started(P[Start]);
  return Threads;
}

/// `if (!begin_update()) return;`: the result says whether the lock is held.
static bool resultTells(ArrayRef<LockExit> Exits) {
  SmallVector<uint32_t, 4> With, Without;
  for (const LockExit &E : Exits) {
    if (!E.Returns)
      return false;
    (E.Depth ? With : Without).push_back(*E.Returns);
  }
  return none_of(With, [&](uint32_t R) { return is_contained(Without, R); });
}

static bool setsRight(ArrayRef<LockExit> Exits) {
  return any_of(Exits, [](const LockExit &E) { return !E.Depth && E.Balanced; });
}

bool LockChains::wraps(FunctionId F, int Sign) const {
  if (P[F].is(FunctionFlag::Constructor) || P[F].is(FunctionFlag::Destructor))
    return true;
  auto Exits = G.exits(F);
  bool Any = any_of(Exits, [&](const LockExit &E) { return E.Depth * Sign > 0; });
  return Any && !T.directCallers(F).empty() && (!setsRight(Exits) || resultTells(Exits));
}

SmallVector<const LockExit *, 4> LockChains::unbalanced(FunctionId F, bool Root) const {
  auto Exits = G.exits(F);
  bool Takes = any_of(Exits, [](const LockExit &E) { return E.Depth > 0; });
  bool Gives = any_of(Exits, [](const LockExit &E) { return E.Depth < 0; });
  SmallVector<const LockExit *, 4> Out;
  // Both: two conditions that are not understood.
  if (Exits.empty() || G.blurred(F) || (Takes && Gives) || wraps(F, Takes ? 1 : -1) || (!setsRight(Exits) && !Root))
    return Out;
  std::set<Place> Seen;
  for (const LockExit &E : Exits)
    if (E.Depth && E.Since && ours(P, P[E.Since]) && Seen.insert(E.At.Line ? E.At : P[E.Since].At).second)
      Out.push_back(&E);
  return Out;
}

bool LockChains::takesLock(FunctionId F) const {
  auto Below = below(Gr, F);
  return any_of(P.Sites, [&](const offmain::Site &At) {
    return Below[At.Caller.Index] && T.contract(At).lockChange(G.lock()) > 0;
  });
}

void NearestFinding::add(Cause Of, const Order &How, function_ref<Finding()> Make) {
  auto [It, New] = Known.try_emplace(Of);
  Best &B = It->second;
  if (!New)
    ++B.Others;
  if (!New && B.How <= How)
    return;
  B.How = How;
  B.F = Make();
}

void NearestFinding::take(StringRef Others, std::vector<Finding> &Out) {
  for (auto &[Of, B] : Known) {
    if (B.Others)
      B.F.OtherEntries.push_back((Twine(B.Others) + " " + Others).str());
    Out.push_back(std::move(B.F));
  }
  Known.clear();
}

} // namespace offmain
