// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Who is moved where: moveToThread() and setParent() by variable, field, allocation and class, also in a helper that is
// given the object, and which argument of a constructor becomes the parent.
#include "solve/Homes.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

namespace {
constexpr unsigned MaxDepth = 6;
/// Callers that a helper's parameter is followed to, and values looked at for one object's origins.
constexpr size_t MaxCallers = 20, MaxSeen = 200;
} // namespace

/// A class of the project is made for one thread; one timer that moves says nothing of other timers.
static bool speaksForClass(const Tables &T, RecordId R) { return R && !T.P[R].is(RecordFlag::Outside); }

void Homes::noteMove(SiteId S, FunctionId Frame, ValueId V, unsigned Depth) {
  const Program &P = T.P;
  V = T.strip(V);
  if (!V || Depth > MaxDepth)
    return;
  RecordId R = T.recordOf(V);
  const Value &X = P[V];
  auto Callers = T.directCallers(Frame);
  ClassMoves *Class = speaksForClass(T, R) ? &MovedClasses[R.Index] : nullptr;
  if (Class && !is_contained(Class->Sites, S))
    Class->Sites.push_back(S);
  if (X.Kind == ValueKind::This) {
    bool Ctor = P[Frame].is(FunctionFlag::Constructor);
    if (Class && (Ctor || Callers.empty() || Callers.size() > MaxCallers))
      Class->Told = false; // all of them, or nobody knows which
    else
      for (SiteId C : Callers)
        noteMove(S, P[C].Caller, P[C].Receiver, Depth + 1);
    return;
  }
  if (X.Kind == ValueKind::Captured) {
    const Function &L = P[Frame];
    if (X.A < L.CapturesCount && L.Parent)
      noteMove(S, L.Parent, P.Captures[L.CapturesBegin + X.A].InEnclosing, Depth + 1);
    return;
  }
  if (X.Kind == ValueKind::Param) {
    if (Class && (Callers.empty() || Callers.size() > MaxCallers))
      Class->Told = false;
    if (Callers.size() <= MaxCallers)
      for (SiteId C : Callers)
        noteMove(S, P[C].Caller, P.arg(P[C], X.A), Depth + 1);
    for (const Passing &D : F.dynamicCallers(Frame))
      noteMove(S, P[D.Site].Caller, F.argument(Frame, D, X.A), Depth + 1);
    return;
  }
  if (Cell C = T.cellOf(V))
    MovedCells[C].push_back(S);
  Origins From = origins(Frame, V);
  for (SiteId Made : From.Made) {
    MovedSites[Made.Index].push_back(S);
    // `QObject *o = worker; o->moveToThread(t)`: the class is that of what was made.
    RecordId Exact = P[P[Made].Callee].Record;
    if (Exact != R && speaksForClass(T, Exact) && From.Complete && From.Made.size() == 1)
      MovedClasses[Exact.Index].Sites.push_back(S);
  }
  if (Class && (!From.Complete || From.Made.empty()))
    Class->Told = false;
}

void Homes::noteParents() {
  const Program &P = T.P;
  for (SiteId S : T.sitesWith(Role::QtSetParent)) {
    const Site &At = P[S];
    ValueId Parent = At.is(SiteFlag::Constructor) ? ValueId() : T.strip(P.arg(At, 0));
    if (!Parent || !At.Receiver)
      continue;
    bool Null = P[Parent].Kind == ValueKind::Null || P[Parent].Kind == ValueKind::Int;
    if (Cell C = T.cellOf(At.Receiver))
      Parented[C].push_back({S, Null});
  }
}

ArrayRef<Homes::Parenting> Homes::parentings(Cell C) const {
  auto It = Parented.find(C);
  return It == Parented.end() ? ArrayRef<Parenting>() : ArrayRef<Parenting>(It->second);
}

ArrayRef<SiteId> Homes::constructions(RecordId R) const {
  auto It = R ? Constructions.find(R.Index) : Constructions.end();
  return It == Constructions.end() ? ArrayRef<SiteId>() : ArrayRef<SiteId>(It->second);
}

bool Homes::mayMove(RecordId R) const {
  auto Moved = [&](RecordId K) { return MovedClasses.count(K.Index) != 0; };
  return R && (any_of(T.bases(R), Moved) || any_of(T.heirs(R), Moved));
}

SiteId Homes::movesItself(RecordId R) const {
  if (!R)
    return {};
  for (RecordId B : T.bases(R))
    if (auto It = MovedClasses.find(B.Index); It != MovedClasses.end())
      for (SiteId M : It->second.Sites)
        if (ValueId To = T.P[M].Receiver;
            To && T.P[To].Kind == ValueKind::This && T.P[T.P[M].Caller].is(FunctionFlag::Constructor))
          return M;
  return {};
}

Home Homes::destination(SiteId S) const {
  Budget = 500;
  return destination(T.P[S].Caller, T.P.arg(T.P[S], 0), 0);
}

/// The thread a value names, as the home of what is moved there. A thread object that is nobody's own is a worker.
Home Homes::destination(FunctionId Frame, ValueId V, unsigned Depth) const {
  const Program &P = T.P;
  Home Other, Main;
  Other.Kind = HomeKind::Worker;
  Main.Kind = HomeKind::Main;
  V = T.strip(V);
  if (!V || Depth > MaxDepth || !Budget)
    return Other;
  --Budget;
  const Value &X = P[V];
  std::optional<Home> Agreed;
  auto Add = [&](FunctionId In, ValueId One) {
    ValueId Bare = T.strip(One);
    if (!Bare || P[Bare].Kind == ValueKind::Null || P[Bare].Kind == ValueKind::Int)
      return;
    Home H = destination(In, One, Depth + 1);
    if (Agreed && Agreed->Kind != H.Kind)
      H = Home();
    Agreed = H;
  };
  switch (X.Kind) {
  case ValueKind::Null:
  case ValueKind::Int:
    return Home();
  case ValueKind::CallResult: {
    const Site &S = P.Sites[X.A];
    Role What = T.contract(S).What;
    if (What == Role::MainThread)
      return Main;
    if (What == Role::CurrentThread)
      return madeIn(Frame, {});
    if (What == Role::OwnerThread) {
      ValueId Object = T.strip(S.Receiver);
      if (Object && P[Object].Kind == ValueKind::CallResult && T.contract(P.Sites[P[Object].A]).What == Role::Application)
        return Main;
      return settle(ofValue(Frame, S.Receiver, Depth + 1), Frame);
    }
    if (S.Callee && P[S.Callee].hasBody())
      for (ValueId R : T.returns(S.Callee))
        Add(S.Callee, R);
    break;
  }
  case ValueKind::Select:
    Add(Frame, ValueId(X.A));
    Add(Frame, ValueId(X.B));
    break;
  case ValueKind::Captured:
    if (const Function &L = P[Frame]; X.A < L.CapturesCount && L.Parent)
      Add(L.Parent, P.Captures[L.CapturesBegin + X.A].InEnclosing);
    break;
  case ValueKind::Param:
    if (T.directCallers(Frame).size() <= MaxCallers)
      for (SiteId C : T.directCallers(Frame))
        Add(P[C].Caller, P.arg(P[C], X.A));
    break;
  default:
    if (Cell C = T.cellOf(V))
      for (const FramedValue &Kept : T.stores(C))
        Add(Kept.Frame, Kept.Value);
    break;
  }
  return Agreed ? *Agreed : Other;
}

/// Where an object lives that these calls move: where all of them put it; with several that differ, a worker that
/// hands it back is a worker.
Home Homes::ofMoves(ArrayRef<SiteId> Moved, unsigned Depth) const {
  Home H;
  for (SiteId S : Moved) {
    if (S == Ignored)
      continue;
    Home To = destination(T.P[S].Caller, T.P.arg(T.P[S], 0), Depth + 1);
    if (H.Because && (To.Kind == HomeKind::Unknown || To.Kind == H.Kind || H.Kind == HomeKind::Worker))
      continue;
    H.Kind = To.Kind;
    H.Because = S;
  }
  if (H.Because)
    H.Why = H.Kind == HomeKind::Main ? "moved to the main thread here" : "moved to another thread here";
  return H;
}

/// QObject(QObject *parent), QTimer(QObject *parent), QWidget(QWidget *parent, flags), Foo(x, QObject *parent): the last
/// parameter typed so (https://doc.qt.io/qt-6/qobject.html#QObject).
int Homes::parentByType(const Function &Ctor) const {
  for (unsigned I = Ctor.ParamsCount; I-- > 0;) {
    StringRef Type = T.P.text(T.P.Params[Ctor.ParamsBegin + I].Type);
    Type.consume_front("class ");
    if (Type.consume_back(" *") && T.Models.isParent(Type))
      return I;
  }
  return -1;
}

/// The parameter that a constructor makes the parent: of one that is seen, what it hands to its base or to setParent().
int Homes::parentParameter(FunctionId Ctor, unsigned Depth) const {
  const Program &P = T.P;
  const Function &C = P[Ctor];
  if (!C.hasBody() || C.is(FunctionFlag::Implicit) || Depth > MaxDepth)
    return parentByType(C);
  auto [It, New] = ParentParameters.try_emplace(Ctor.Index, -1);
  if (!New)
    return It->second;
  int Found = -1;
  for (SiteId S : T.sitesOf(Ctor)) {
    const Site &At = P[S];
    if (!At.Callee || !At.Receiver || P[At.Receiver].Kind != ValueKind::This)
      continue;
    bool Base = At.is(SiteFlag::BaseInit);
    if (!Base && T.contract(At).What != Role::QtSetParent)
      continue;
    int N = Base ? parentParameter(At.Callee, Depth + 1) : 0;
    ValueId Given = N < 0 ? ValueId() : T.strip(P.arg(At, N));
    if (Given && P[Given].Kind == ValueKind::Param)
      Found = P[Given].A;
  }
  return ParentParameters[Ctor.Index] = Found;
}

ValueId Homes::parentArgument(const Site &S) const {
  const Program &P = T.P;
  if (!S.Callee || !S.is(SiteFlag::Constructor))
    return {};
  int N = parentParameter(S.Callee);
  ValueId A = N < 0 ? ValueId() : P.arg(S, N);
  if (!A)
    return {};
  ValueKind K = P[T.strip(A)].Kind;
  return K == ValueKind::Null || K == ValueKind::Int ? ValueId() : A;
}

void Homes::originsOf(FunctionId Frame, ValueId V, unsigned Depth, Origins &Out, SmallVectorImpl<FramedValue> &Seen) const {
  const Program &P = T.P;
  V = T.strip(V);
  if (!V || Depth > MaxDepth || Seen.size() > MaxSeen) {
    Out.Complete = false;
    return;
  }
  if (is_contained(Seen, FramedValue{Frame, V}))
    return;
  Seen.push_back({Frame, V});
  const Value &X = P[V];
  switch (X.Kind) {
  case ValueKind::Null:
  case ValueKind::Int:
    return;
  case ValueKind::New:
    if (X.A == UINT32_MAX)
      Out.Complete = false;
    else
      Out.Made.push_back(SiteId(X.A));
    return;
  case ValueKind::CallResult: {
    const Site &S = P.Sites[X.A];
    if (S.is(SiteFlag::Constructor)) {
      // A smart pointer made of a pointer.
      if (T.contract(S).StoresArg != NoArg)
        return originsOf(Frame, P.arg(S, T.contract(S).StoresArg), Depth + 1, Out, Seen);
      Out.Made.push_back(SiteId(X.A));
      return;
    }
    if (!S.Callee || !P[S.Callee].hasBody() || T.returns(S.Callee).empty())
      break;
    for (ValueId R : T.returns(S.Callee)) {
      bool Given = P[R].Kind == ValueKind::Param;
      originsOf(Given ? Frame : S.Callee, Given ? P.arg(S, P[R].A) : R, Depth + 1, Out, Seen);
    }
    return;
  }
  case ValueKind::Captured:
    if (const Function &L = P[Frame]; X.A < L.CapturesCount && L.Parent)
      return originsOf(L.Parent, P.Captures[L.CapturesBegin + X.A].InEnclosing, Depth + 1, Out, Seen);
    break;
  case ValueKind::Select:
    originsOf(Frame, ValueId(X.A), Depth + 1, Out, Seen);
    return originsOf(Frame, ValueId(X.B), Depth + 1, Out, Seen);
  case ValueKind::Local:
  case ValueKind::Global:
  case ValueKind::Field: {
    Cell C = T.cellOf(V);
    auto Made = ConstructedAt.find(C);
    if (Made != ConstructedAt.end())
      append_range(Out.Made, Made->second);
    for (const FramedValue &S : T.stores(C))
      originsOf(S.Frame, S.Value, Depth + 1, Out, Seen);
    bool Given = false;
    eachGiven(V, C, [&](const FramedValue &S) {
      Given = true;
      originsOf(S.Frame, S.Value, Depth + 1, Out, Seen);
    });
    if (Made != ConstructedAt.end() || !T.stores(C).empty() || Given)
      return;
    break;
  }
  default:
    break;
  }
  Out.Complete = false;
}

Homes::Origins Homes::origins(FunctionId Frame, ValueId V) const {
  Origins Out;
  SmallVector<FramedValue, 16> Seen;
  originsOf(Frame, V, 0, Out, Seen);
  llvm::sort(Out.Made);
  Out.Made.erase(std::unique(Out.Made.begin(), Out.Made.end()), Out.Made.end());
  return Out;
}

} // namespace offmain
