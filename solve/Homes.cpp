// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "solve/Homes.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

namespace {
constexpr unsigned MaxDepth = 8;
/// Values looked at for one answer: parameters fan out over callers at each level.
constexpr unsigned MaxSteps = 500;
/// Classes that derive from one: with more, what one does says little of the base.
constexpr size_t MaxHeirs = 16;
} // namespace

Homes::Homes(const Tables &T, const Flow &F, const KnownContexts &Known) : T(T), F(F), Known(Known) {
  const Program &P = T.P;
  for (SiteId Id : T.constructorSites()) {
    const Site &S = P[Id];
    RecordId R = S.Callee ? P[S.Callee].Record : RecordId();
    if (S.is(SiteFlag::BaseInit) || T.affinity(R) == ModelSet::Affinity::Unset)
      continue;
    MadeItself.insert(R.Index);
    for (RecordId B : T.bases(R))
      if (B == R || !P[B].is(RecordFlag::Outside))
        Constructions[B.Index].push_back(Id);
    if (S.Receiver && (P[S.Receiver].Kind == ValueKind::Local || P[S.Receiver].Kind == ValueKind::Field ||
                       P[S.Receiver].Kind == ValueKind::Global))
      ConstructedAt[T.cellOf(S.Receiver)].push_back(Id);
  }
  for (SiteId S : T.sitesWith(Role::QtMoveToThread))
    if (P[S].Receiver)
      noteMove(S, P[S].Caller, P[S].Receiver, 0);
  noteParents();
}

Home Homes::madeIn(FunctionId Fn, SiteId S) const {
  Home H;
  H.Because = S;
  CtxMask Mask = known(Fn);
  if (Mask && !(Mask & OffMainMask)) {
    H.Kind = HomeKind::Main;
    H.Why = "made here, on the main thread";
  } else if (Mask && !(Mask & MainMask)) {
    H.Kind = HomeKind::Worker;
    H.Why = "made here, on a worker thread";
  }
  return H;
}

Home Homes::ofClass(RecordId R) const {
  Budget = MaxSteps;
  return ofClass(R, 0);
}

Home Homes::ofClass(RecordId R, unsigned Depth) const {
  Home H;
  if (!R || Depth > MaxDepth)
    return H;
  if (T.affinity(R) == ModelSet::Affinity::Gui) {
    H.Kind = HomeKind::Main;
    H.Why = "GUI objects live on the main thread";
    return H;
  }
  for (RecordId B : T.bases(R)) {
    auto It = MovedClasses.find(B.Index);
    if (It == MovedClasses.end() || ignored(It->second.Sites))
      continue;
    // Some objects of the class move, and some that are made are not among them.
    if (It->second.Told && any_of(constructions(R), [&](SiteId S) { return !MovedSites.count(S.Index); }))
      return H;
    return ofMoves(It->second.Sites, Depth);
  }
  auto Heirs = T.heirs(R);
  if (any_of(Heirs, [&](RecordId D) { return MovedClasses.count(D.Index); })) {
    // Some heirs move, some may not: only where the class is made as nothing but such heirs.
    if (MadeItself.contains(R.Index) || Heirs.size() > MaxHeirs)
      return H;
    bool First = true;
    for (RecordId D : Heirs) {
      if (!MadeItself.contains(D.Index))
        continue;
      Home One = ofClass(D, Depth + 1);
      if (!First && One.Kind != H.Kind)
        return Home();
      H = One;
      First = false;
    }
    return H;
  }
  // Made where? Heirs' constructions count as well.
  bool First = true;
  for (SiteId S : constructions(R)) {
    Home One = madeIn(T.P[S].Caller, S);
    if (!First && One.Kind != H.Kind)
      return Home();
    if (First)
      H = One;
    First = false;
  }
  return H;
}

Home Homes::ofConstruction(SiteId S, unsigned Depth) const {
  if (!Depth)
    Budget = MaxSteps;
  const Program &P = T.P;
  const Site &Site = P[S];
  if (auto It = MovedSites.find(S.Index); It != MovedSites.end() && !ignored(It->second))
    return ofMoves(It->second, Depth);
  if (ValueId Parent = parentArgument(Site)) {
    Home H = ofValue(Site.Caller, Parent, Depth + 1);
    // With a parent that moves, who knows when, it lives nobody knows where.
    if (H.Kind == HomeKind::Unknown ? mayMove(T.recordOf(Parent)) : H.Kind != HomeKind::Here)
      return H;
  }
  return madeIn(Site.Caller, S);
}

Home Homes::ofValue(FunctionId Frame, ValueId V) const {
  Budget = MaxSteps;
  return ofValue(Frame, V, 0);
}

Home Homes::ofObject(FunctionId Frame, ValueId V) const { return settle(ofValue(Frame, V), Frame); }

Home Homes::before(SiteId S, FunctionId Frame, ValueId V) const {
  Ignored = S;
  Home H = ofObject(Frame, V);
  Ignored = SiteId();
  return H;
}

/// An object made by the call S in Frame itself.
Home Homes::ofMade(SiteId S, FunctionId Frame, unsigned Depth) const {
  if (auto It = MovedSites.find(S.Index); It != MovedSites.end() && !ignored(It->second))
    return ofMoves(It->second, Depth);
  if (ValueId Parent = parentArgument(T.P[S]))
    return ofValue(Frame, Parent, Depth + 1);
  Home H;
  H.Kind = HomeKind::Here;
  H.Because = S;
  return H;
}

Home Homes::ofParameter(FunctionId Frame, unsigned N, unsigned Depth) const {
  // Whoever passes it: all must agree.
  const Program &P = T.P;
  Home H;
  bool First = true;
  auto Passed = [&](SiteId S, ValueId A) {
    Home One = settle(ofValue(P[S].Caller, A, Depth + 1), P[S].Caller);
    if (First)
      H = One;
    else if (One.Kind != H.Kind)
      H = Home();
    First = false;
  };
  if (T.directCallers(Frame).size() > 20)
    return H;
  for (SiteId S : T.directCallers(Frame))
    Passed(S, P.arg(P[S], N));
  for (const Passing &D : F.dynamicCallers(Frame))
    if (ValueId A = F.argument(Frame, D, N))
      Passed(D.Site, A);
  return H;
}

Home Homes::ofValue(FunctionId Frame, ValueId V, unsigned Depth) const {
  const Program &P = T.P;
  Home H;
  V = T.strip(V);
  if (!V || Depth > MaxDepth || !Budget)
    return H;
  --Budget;
  RecordId R = T.recordOf(V);
  if (T.affinity(R) == ModelSet::Affinity::Gui)
    return ofClass(R, Depth);
  if (SiteId Own = movesItself(R); Own && Own != Ignored)
    return ofClass(R, Depth);
  const Value &X = P[V];
  switch (X.Kind) {
  case ValueKind::This:
    return ofClass(R, Depth);
  case ValueKind::Captured: {
    const Function &L = P[Frame];
    if (X.A < L.CapturesCount && L.Parent)
      return settle(ofValue(L.Parent, P.Captures[L.CapturesBegin + X.A].InEnclosing, Depth + 1), L.Parent);
    return H;
  }
  case ValueKind::CallResult:
  case ValueKind::New: {
    if (X.A == UINT32_MAX)
      return H;
    const Site &S = P.Sites[X.A];
    if (S.is(SiteFlag::Constructor))
      return ofMade(SiteId(X.A), Frame, Depth);
    if (S.Callee && P[S.Callee].hasBody()) {
      auto Returned = T.returns(S.Callee);
      if (Returned.size() == 1)
        return ofValue(S.Callee, Returned[0], Depth + 1); // made there is made on the caller's thread
    }
    return H;
  }
  case ValueKind::Param:
    return ofParameter(Frame, X.A, Depth);
  default:
    break;
  }
  Cell C = T.cellOf(V);
  return C ? ofCell(Frame, V, C, Depth) : H;
}

Home Homes::ofCell(FunctionId Frame, ValueId V, Cell C, unsigned Depth) const {
  const Program &P = T.P;
  bool Local = P[V].Kind == ValueKind::Local;
  if (auto It = MovedCells.find(C); It != MovedCells.end() && !ignored(It->second))
    return ofMoves(It->second, Depth);
  for (const Parenting &S : parentings(C))
    if (!S.Null) {
      Home H = settle(ofValue(P[S.Site].Caller, P.arg(P[S.Site], 0), Depth + 1), P[S.Site].Caller);
      if (H.Kind != HomeKind::Unknown)
        return H;
    }
  Home H;
  bool First = true, Mixed = false;
  auto Add = [&](Home One) {
    if (First)
      H = One;
    else
      Mixed |= One.Kind != H.Kind;
    First = false;
  };
  auto Stored = [&](const FramedValue &S) {
    ValueKind K = P[T.strip(S.Value)].Kind;
    if (K == ValueKind::Null || K == ValueKind::Int)
      return;
    Home One = ofValue(S.Frame, S.Value, Depth + 1);
    Add(Local && S.Frame == Frame ? One : settle(One, S.Frame));
  };
  for (const FramedValue &S : T.stores(C))
    Stored(S);
  eachGiven(V, C, Stored);
  if (auto It = ConstructedAt.find(C); First && It != ConstructedAt.end())
    for (SiteId S : It->second) {
      Home One = ofConstruction(S, Depth + 1);
      if (Local && P[S].Caller == Frame && !parentArgument(P[S]) && !MovedSites.count(S.Index))
        One.Kind = HomeKind::Here;
      Add(One);
    }
  if (Mixed)
    return Home();
  // Nothing seen of this one: what its class says. Of a library's class, objects that are somewhere say nothing of others.
  RecordId R = T.recordOf(V);
  if (H.Kind != HomeKind::Unknown || (!First && R && P[R].is(RecordFlag::Outside)))
    return H;
  return ofClass(R, Depth);
}

} // namespace offmain
