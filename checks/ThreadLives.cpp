// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/ThreadLives.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

ThreadLives::ThreadLives(const Program &P, const Solution &S) : T(*S.impl().T), S(S) {
  ThreadClass.assign(P.Records.size(), false);
  for (uint32_t F = 0; F < P.Functions.size(); ++F)
    if (RecordId R = P.Functions[F].Record; R && T.contract(FunctionId(F)).What == Role::QtThreadStart && !ThreadClass[R.Index]) {
      ThreadClass[R.Index] = true;
      for (RecordId D : T.heirs(R))
        ThreadClass[D.Index] = true;
    }
  collect(Role::QtThreadStart, true);
  collect(Role::Join, false);
  propagate();
  collectFinished();
}

bool ThreadLives::add(SmallVectorImpl<Thing> &To, Thing X) {
  auto At = llvm::lower_bound(To, X);
  if (!X || (At != To.end() && *At == X))
    return false;
  To.insert(At, X);
  return true;
}

Thing ThreadLives::thing(FunctionId Frame, ValueId V) const {
  const Program &P = T.P;
  V = T.strip(V);
  for (unsigned Depth = 0; V && Depth < 8; ++Depth) {
    const Value &X = P[V];
    switch (X.Kind) {
    case ValueKind::This:
      return ThisThing;
    case ValueKind::Param:
      return paramThing(X.A);
    case ValueKind::Captured: {
      const Function &L = P[Frame];
      if (X.A >= L.CapturesCount || !L.Parent)
        return AnyThing;
      V = T.strip(P.Captures[L.CapturesBegin + X.A].InEnclosing);
      Frame = L.Parent;
      // A parameter or `this` of the enclosing function is nothing the lambda's callers could name.
      if (V && (P[V].Kind == ValueKind::Param || P[V].Kind == ValueKind::This))
        return AnyThing;
      continue;
    }
    case ValueKind::Local: {
      // `QThread *t = thread;`
      auto Held = T.stores(cellOfLocal(X.A));
      ValueId Inner = Held.size() == 1 ? T.strip(Held[0].Value) : ValueId();
      if (Inner && (P[Inner].Kind == ValueKind::Field || P[Inner].Kind == ValueKind::Global ||
                    P[Inner].Kind == ValueKind::Param || P[Inner].Kind == ValueKind::This)) {
        V = Inner;
        continue;
      }
      if (Inner && P[Inner].Kind == ValueKind::CallResult && !P.Sites[P[Inner].A].is(SiteFlag::Constructor) &&
          P.Sites[P[Inner].A].Callee && !P[P.Sites[P[Inner].A].Callee].is(FunctionFlag::Static))
        return AnyThing; // an element of a container, the thread of an object
      return cellOfLocal(X.A);
    }
    case ValueKind::CallResult: {
      const Site &At = P.Sites[X.A];
      if (At.Callee && P[At.Callee].hasBody() && T.returns(At.Callee).size() == 1 &&
          P[T.returns(At.Callee)[0]].Kind == ValueKind::Field)
        return T.cellOf(T.returns(At.Callee)[0]);
      return AnyThing;
    }
    case ValueKind::Index:
      return AnyThing;
    default: {
      Cell C = T.cellOf(V);
      return C ? C : AnyThing;
    }
    }
  }
  return AnyThing;
}

void ThreadLives::thingsOf(FunctionId Frame, ValueId V, unsigned Depth, Things &Out) const {
  constexpr unsigned MaxDepth = 5;
  constexpr size_t MaxStores = 8;
  const Program &P = T.P;
  Thing X = thing(Frame, V);
  if (!add(Out, X) || !isCell(X) || Depth == MaxDepth)
    return;
  // Of what it was given: `for (QThread *each : {&a, b})`, Guard(QThread &t) : thread(t).
  auto Held = T.stores(X);
  if (Held.size() > MaxStores)
    return;
  for (const FramedValue &S : Held) {
    ValueId Given = T.strip(S.Value);
    if (!Given)
      continue;
    switch (P[Given].Kind) {
    case ValueKind::List:
      for (uint32_t Item : P.list(P[Given].A, P[Given].B))
        thingsOf(S.Frame, ValueId(Item), Depth + 1, Out);
      break;
    case ValueKind::Param:
      if (T.directCallers(S.Frame).size() <= MaxStores)
        for (SiteId C : T.directCallers(S.Frame))
          if (ValueId A = P.arg(P[C], P[Given].A))
            thingsOf(P[C].Caller, A, Depth + 1, Out);
      break;
    case ValueKind::Local:
    case ValueKind::Global:
    case ValueKind::Field:
    case ValueKind::Captured:
    case ValueKind::Index:
      thingsOf(S.Frame, Given, Depth + 1, Out);
      break;
    default:
      break;
    }
  }
}

ThreadLives::Things ThreadLives::things(FunctionId Frame, ValueId V) const {
  Things Out;
  thingsOf(Frame, V, 0, Out);
  return Out;
}

ThreadLives::Things ThreadLives::seenBy(const Site &At, Thing X) const {
  if (X == ThisThing)
    return At.Receiver ? things(At.Caller, At.Receiver) : Things();
  if (X >> 32 == 4) { // a parameter
    ValueId V = T.P.arg(At, uint32_t(X));
    return V ? things(At.Caller, V) : Things{AnyThing};
  }
  return {X};
}

void ThreadLives::addOrigin(FunctionId F, ValueId V, bool Start, SiteId At) {
  Deeds &D = ByFunction[F.Index];
  if (Start)
    for (SiteId Made : S.impl().H->origins(F, V).Made)
      StartedMade.try_emplace(Made.Index, At);
  for (Thing X : things(F, V)) {
    add(Start ? D.Starts : D.Waits, X);
    if (!isCell(X))
      continue;
    if (Start)
      StartedAt.try_emplace(X, At);
    else if (auto &List = Waiters[X]; !is_contained(List, F))
      List.push_back(F);
  }
}

void ThreadLives::collect(Role R, bool Start) {
  for (SiteId Id : T.sitesWith(R)) {
    const Site &At = T.P[Id];
    if (!At.Receiver || !At.Callee || !isThread(T.P[At.Callee].Record))
      continue;
    addOrigin(At.Caller, At.Receiver, Start, Id);
  }
}

/// Up the calls: what a function does to its parameter its callers do to what they pass.
void ThreadLives::propagate() {
  const Program &P = T.P;
  const Graph &Gr = *S.impl().Gr;
  DenseMap<uint32_t, SmallVector<SiteId, 2>> Through; // callee → sites of edges
  for (const Edge &E : Gr.Edges)
    if (E.How == Hop::Same && !E.Emission)
      Through[E.To.Index].push_back(E.Site);
  SmallVector<uint32_t, 16> Work;
  for (auto &[F, D] : ByFunction)
    Work.push_back(F);
  llvm::sort(Work, std::greater<>());
  while (!Work.empty()) {
    uint32_t F = Work.pop_back_val();
    const Deeds From = ByFunction[F];
    auto Tell = [&](SiteId Id, bool Named) {
      const Site &At = P[Id];
      Deeds &To = ByFunction[At.Caller.Index];
      bool Changed = false;
      auto Each = [&](ArrayRef<Thing> Things, bool Start) {
        for (Thing X : Things) {
          if (isCell(X) && (X >> 32) == 1 && P.Locals[uint32_t(X)].Function == FunctionId(F))
            continue;
          // A callable that something else calls: which arguments it gets is not said here.
          for (Thing Seen : Named || isCell(X) ? seenBy(At, X) : ThreadLives::Things{AnyThing}) {
            bool New = add(Start ? To.Starts : To.Waits, Seen);
            Changed |= New;
            if (New && Start && isCell(Seen))
              StartedAt.try_emplace(Seen, Id);
            else if (New && isCell(Seen) && !isCell(X) && !is_contained(Waiters[Seen], At.Caller))
              Waiters[Seen].push_back(At.Caller);
          }
        }
      };
      Each(From.Starts, true);
      Each(From.Waits, false);
      if (Changed)
        Work.push_back(At.Caller.Index);
    };
    for (SiteId Id : T.directCallers(FunctionId(F)))
      Tell(Id, true);
    if (auto It = Through.find(F); It != Through.end())
      for (SiteId Id : It->second)
        Tell(Id, P[Id].is(SiteFlag::Virtual));
  }
}

const ThreadLives::Deeds &ThreadLives::deeds(FunctionId F) const {
  static const Deeds None;
  auto It = F ? ByFunction.find(F.Index) : ByFunction.end();
  return It == ByFunction.end() ? None : It->second;
}

bool ThreadLives::waits(FunctionId F, Thing X) const {
  const auto &W = deeds(F).Waits;
  return is_contained(W, X) || is_contained(W, AnyThing);
}

bool ThreadLives::starts(FunctionId F, Thing X) const { return is_contained(deeds(F).Starts, X); }

FunctionId ThreadLives::destructor(RecordId R) const {
  if (R)
    for (FunctionId M : T.methods(R))
      if (T.P[M].is(FunctionFlag::Destructor))
        return M;
  return {};
}

bool ThreadLives::waitsWhenDestroyed(RecordId R) const {
  if (R)
    for (RecordId B : T.bases(R))
      if (FunctionId D = destructor(B); D && waits(D, ThisThing))
        return true;
  return false;
}

bool ThreadLives::startsWhenMade(RecordId R) const {
  if (R)
    for (RecordId B : T.bases(R))
      for (FunctionId M : T.methods(B))
        if (T.P[M].is(FunctionFlag::Constructor) && starts(M, ThisThing))
          return true;
  return false;
}

ArrayRef<FunctionId> ThreadLives::waiters(Cell C) const {
  auto It = Waiters.find(C);
  return It == Waiters.end() ? ArrayRef<FunctionId>() : ArrayRef<FunctionId>(It->second);
}

bool ThreadLives::isFinishedSignal(FunctionId Frame, ValueId Sender, ValueId Signal) const {
  if (StringRef Name = T.stringOf(Signal); !Name.empty()) {
    Name = Name.drop_while([](char C) { return C >= '0' && C <= '9'; }).split('(').first;
    RecordId R = T.recordOf(Sender);
    for (RecordId B : R ? T.bases(R) : ArrayRef<RecordId>())
      if (isPlainThread(B) &&
          T.Models.function((T.typeName(B) + "::" + Name).str(), {}, "").What == Role::QtThreadFinished)
        return true;
    return false;
  }
  return any_of(S.impl().Fl->functions(Frame, Signal),
                [&](FunctionId F) { return T.contract(F).What == Role::QtThreadFinished; });
}

void ThreadLives::collectFinished() {
  const Program &P = T.P;
  DenseSet<uint32_t> Connects;
  for (SiteId Id : T.sitesWith(Role::QtConnect))
    if (isFinishedSignal(P[Id].Caller, P.arg(P[Id], 0), P.arg(P[Id], 1)))
      Connects.insert(Id.Index);
  if (Connects.empty())
    return;
  for (const Edge &E : S.impl().Gr->Edges)
    if (E.Emission && Connects.contains(E.Site.Index))
      FinishedSlots.insert(E.To.Index);
  for (const EntryPoint &E : S.entries())
    if (E.Site && Connects.contains(E.Site.Index))
      FinishedSlots.insert(E.Function.Index);
}

} // namespace offmain
