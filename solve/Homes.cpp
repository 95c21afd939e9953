// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "solve/Homes.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

namespace {
constexpr unsigned MaxDepth = 8;
/// Values looked at for one answer: parameters fan out over callers at each level.
constexpr unsigned MaxSteps = 500;
}

Homes::Homes(const Tables &T, const Flow &F, const KnownContexts &Known) : T(T), F(F), Known(Known) {
  const Program &P = T.P;
  for (SiteId S : T.sitesWith(Role::QtMoveToThread)) {
    const Site &Site = P[S];
    if (!Site.Receiver)
      continue;
    Move M{S, isMainThreadValue(Site.Caller, P.arg(Site, 0))};
    RecordId R = T.recordOf(Site.Receiver);
    // A helper that moves "any QObject" says nothing about a class; its callers' arguments do.
    if (R && P.bases(P[R]).empty() && !T.bases(R).drop_front().size()) {
      for (const FramedValue &Source : F.sources(Site.Caller, Site.Receiver))
        if (Source.Value)
          if (RecordId Exact = T.recordOf(Source.Value); Exact && !P[Exact].is(RecordFlag::Outside))
            MovedClasses[Exact.Index].push_back(M);
      continue;
    }
    // One timer that moves says nothing of other timers; a class of the project is made for one thread.
    if (R && !P[R].is(RecordFlag::Outside))
      MovedClasses[R.Index].push_back(M);
    if (Cell C = T.cellOf(Site.Receiver))
      MovedCells.try_emplace(C, M);
  }
  for (uint32_t I = 0; I < P.Sites.size(); ++I) {
    const Site &S = P.Sites[I];
    if (S.is(SiteFlag::Constructor) && !S.is(SiteFlag::BaseInit) && S.Callee && P[S.Callee].Record &&
        (T.affinity(P[S.Callee].Record) != ModelSet::Affinity::Unset)) {
      Constructions[P[S.Callee].Record.Index].push_back(SiteId(I));
      if (S.Receiver && (P[S.Receiver].Kind == ValueKind::Local || P[S.Receiver].Kind == ValueKind::Field ||
                         P[S.Receiver].Kind == ValueKind::Global))
        ConstructedAt[T.cellOf(S.Receiver)].push_back(SiteId(I));
    }
  }
}

bool Homes::isMainThreadValue(FunctionId Frame, ValueId V) const {
  const Program &P = T.P;
  V = T.strip(V);
  if (!V || P[V].Kind != ValueKind::CallResult)
    return false;
  const Site &S = P.Sites[P[V].A];
  const Contract &C = T.contract(S);
  if (C.What == Role::MainThread)
    return true;
  if (C.What != Role::OwnerThread || !S.Receiver)
    return false;
  ValueId Object = T.strip(S.Receiver);
  if (P[Object].Kind == ValueKind::CallResult && T.contract(P.Sites[P[Object].A]).What == Role::Application)
    return true;
  return ofValue(Frame, S.Receiver).Kind == HomeKind::Main;
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

/// moveToThread() on `this`, in a constructor: all objects of the class live there.
bool Homes::movesItself(RecordId R) const {
  if (!R)
    return false;
  for (RecordId B : T.bases(R))
    if (auto It = MovedClasses.find(B.Index); It != MovedClasses.end())
      for (const Move &M : It->second)
        if (ValueId To = T.P[M.Site].Receiver; To && T.P[To].Kind == ValueKind::This &&
            T.P[T.P[M.Site].Caller].is(FunctionFlag::Constructor))
          return true;
  return false;
}

Home Homes::ofClass(RecordId R) const {
  Home H;
  if (!R)
    return H;
  if (T.affinity(R) == ModelSet::Affinity::Gui) {
    H.Kind = HomeKind::Main;
    H.Why = "GUI objects live on the main thread";
    return H;
  }
  for (RecordId B : T.bases(R)) {
    auto It = MovedClasses.find(B.Index);
    if (It == MovedClasses.end())
      continue;
    bool ToMain = llvm::all_of(It->second, [](const Move &M) { return M.ToMain; });
    H.Kind = ToMain ? HomeKind::Main : HomeKind::Worker;
    H.Because = It->second.front().Site;
    H.Why = ToMain ? "moved to the main thread here" : "moved to another thread here";
    return H;
  }
  for (RecordId D : T.heirs(R))
    if (MovedClasses.count(D.Index))
      return H; // some heirs move, some may not
  // Made where? Heirs' constructions count as well.
  HomeKind Seen = HomeKind::Unknown;
  bool First = true, Mixed = false;
  auto Count = [&](RecordId K) {
    auto It = Constructions.find(K.Index);
    if (It == Constructions.end())
      return;
    for (SiteId S : It->second) {
      Home One = madeIn(T.P[S].Caller, S);
      if (First) {
        Seen = One.Kind;
        H = One;
        First = false;
      } else if (One.Kind != Seen)
        Mixed = true;
    }
  };
  Count(R);
  for (RecordId D : T.heirs(R))
    Count(D);
  if (Mixed)
    return Home();
  return H;
}

ValueId Homes::parentArgument(const Site &S) const {
  const Program &P = T.P;
  if (!S.Callee || !S.is(SiteFlag::Constructor))
    return {};
  const Function &Ctor = P[S.Callee];
  // QObject(QObject *parent), QTimer(QObject *parent), QWidget(QWidget *parent, flags), Foo(x, QObject *parent): the last
  // parameter named or typed so (https://doc.qt.io/qt-6/qobject.html#QObject).
  for (unsigned I = Ctor.ParamsCount; I-- > 0;) {
    const Param &Par = P.Params[Ctor.ParamsBegin + I];
    StringRef Type = P.text(Par.Type);
    bool Object = Type == "QObject *" || Type == "QWidget *" || Type == "class QObject *" || Type == "class QWidget *";
    if (!Object)
      continue;
    ValueId A = P.arg(S, I);
    if (!A)
      return {};
    ValueKind K = P[T.strip(A)].Kind;
    return K == ValueKind::Null || K == ValueKind::Int ? ValueId() : A;
  }
  return {};
}

Home Homes::ofConstruction(SiteId S, unsigned Depth) const {
  if (!Depth)
    Budget = MaxSteps;
  const Program &P = T.P;
  const Site &Site = P[S];
  if (ValueId Parent = parentArgument(Site)) {
    Home H = ofValue(Site.Caller, Parent, Depth + 1);
    if (H.Kind != HomeKind::Unknown && H.Kind != HomeKind::Here)
      return H;
  }
  return madeIn(Site.Caller, S);
}

Home Homes::ofValue(FunctionId Frame, ValueId V) const {
  Budget = MaxSteps;
  return ofValue(Frame, V, 0);
}

Home Homes::ofObject(FunctionId Frame, ValueId V) const {
  Home H = ofValue(Frame, V);
  return H.Kind == HomeKind::Here ? madeIn(Frame, H.Because) : H;
}

Home Homes::ofValue(FunctionId Frame, ValueId V, unsigned Depth) const {
  const Program &P = T.P;
  Home H;
  V = T.strip(V);
  if (!V || Depth > MaxDepth || !Budget)
    return H;
  --Budget;
  RecordId R = T.recordOf(V);
  if (T.affinity(R) == ModelSet::Affinity::Gui || movesItself(R))
    return ofClass(R);
  const Value &X = P[V];
  switch (X.Kind) {
  case ValueKind::This:
    return ofClass(R);
  case ValueKind::Captured: {
    const Function &L = P[Frame];
    if (X.A < L.CapturesCount && L.Parent) {
      H = ofValue(L.Parent, P.Captures[L.CapturesBegin + X.A].InEnclosing, Depth + 1);
      if (H.Kind == HomeKind::Here)
        H = madeIn(L.Parent, H.Because);
    }
    return H;
  }
  case ValueKind::CallResult:
  case ValueKind::New: {
    if (X.A == UINT32_MAX)
      return H;
    const Site &S = P.Sites[X.A];
    if (S.is(SiteFlag::Constructor)) {
      if (ValueId Parent = parentArgument(S))
        return ofValue(Frame, Parent, Depth + 1);
      H.Kind = HomeKind::Here;
      H.Because = SiteId(X.A);
      return H;
    }
    if (S.Callee && P[S.Callee].hasBody()) {
      auto Returned = T.returns(S.Callee);
      if (Returned.size() == 1)
        H = ofValue(S.Callee, Returned[0], Depth + 1);
    }
    return H;
  }
  case ValueKind::Param: {
    // Whoever passes it: all must agree.
    bool First = true;
    auto Passed = [&](SiteId S, ValueId A) {
      Home One = ofValue(P[S].Caller, A, Depth + 1);
      if (One.Kind == HomeKind::Here)
        One = madeIn(P[S].Caller, One.Because);
      if (First)
        H = One;
      else if (One.Kind != H.Kind)
        H = Home();
      First = false;
    };
    if (T.directCallers(Frame).size() > 20)
      return H;
    for (SiteId S : T.directCallers(Frame))
      Passed(S, P.arg(P[S], X.A));
    for (const Passing &D : F.dynamicCallers(Frame))
      if (ValueId A = F.argument(Frame, D, X.A))
        Passed(D.Site, A);
    return H;
  }
  default:
    break;
  }
  Cell C = T.cellOf(V);
  if (!C)
    return H;
  if (auto It = MovedCells.find(C); It != MovedCells.end()) {
    H.Kind = It->second.ToMain ? HomeKind::Main : HomeKind::Worker;
    H.Because = It->second.Site;
    H.Why = It->second.ToMain ? "moved to the main thread here" : "moved to another thread here";
    return H;
  }
  bool First = true;
  for (const FramedValue &S : T.stores(C)) {
    ValueKind K = P[T.strip(S.Value)].Kind;
    if (K == ValueKind::Null || K == ValueKind::Int)
      continue;
    Home One = ofValue(S.Frame, S.Value, Depth + 1);
    if (One.Kind == HomeKind::Here && !(X.Kind == ValueKind::Local && S.Frame == Frame)) {
      One = madeIn(S.Frame, One.Because);
    }
    if (First) {
      H = One;
      First = false;
    } else if (One.Kind != H.Kind)
      return Home();
  }
  if (auto It = ConstructedAt.find(C); First && It != ConstructedAt.end())
    for (SiteId S : It->second) {
      Home One = ofConstruction(S, Depth + 1);
      if (X.Kind == ValueKind::Local && P[S].Caller == Frame && !parentArgument(P[S]))
        One.Kind = HomeKind::Here;
      if (First)
        H = One;
      else if (One.Kind != H.Kind)
        return Home();
      First = false;
    }
  // Nothing seen of this one: what its class says.
  if (H.Kind == HomeKind::Unknown)
    return ofClass(R);
  return H;
}

} // namespace offmain
