// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/RawObjects.h"
#include "checks/Common.h"
#include "checks/Completion.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

namespace {
constexpr unsigned EndingDepth = 3; ///< calls below a destructor that still count as its own
constexpr unsigned OwnerDepth = 4;  ///< objects that hold one another
} // namespace

/// The object that a call ends, or none.
ValueId RawObjects::freedBy(const Site &At) const {
  if (At.is(SiteFlag::Delete))
    return At.Receiver;
  switch (T.contract(At).What) {
  case Role::QtDeleteLater:
    return At.Receiver;
  case Role::GUnref:
  case Role::Frees:
    return P.arg(At, 0);
  default:
    break;
  }
  // An object of a block of its own; not of main(), which ends with the program.
  if (At.is(SiteFlag::Destructor) && At.is(SiteFlag::Implicit) && At.Receiver &&
      P[At.Receiver].Kind == ValueKind::Local && (P[At.Caller].Record || P.name(At.Caller) != "main"))
    return At.Receiver;
  return {};
}

/// Whether a reference that is dropped is that of an owner, who made the object, and not one that was borrowed: taken
/// in the same function, given by a getter, or put where it is with g_object_ref.
RawObjects::Drop RawObjects::drops(SiteId Id) const {
  const Site &At = P[Id];
  if (T.contract(At).What != Role::GUnref)
    return Drop::Owned;
  if (kept(At.Caller, P.arg(At, 0)))
    return Drop::Borrowed;
  Drop Found = Drop::Borrowed;
  for (ValueId V : standsFor(P.arg(At, 0)))
    switch (P[V].Kind) {
    case ValueKind::Field:
    case ValueKind::Global:
      if (any_of(T.stores(T.cellOf(V)), [&](const FramedValue &From) { return made(From); }))
        return Drop::Owned;
      [[fallthrough]];
    case ValueKind::Param:
    case ValueKind::Captured:
      Found = Drop::Shared;
      break;
    default:
      break;
    }
  return Found;
}

/// What is stored is a new object, or a first reference to one.
bool RawObjects::made(const FramedValue &From) const {
  ValueId V = T.strip(From.Value);
  if (!V)
    return false;
  auto New = [&](ValueId X) { return X && (P[X].Kind == ValueKind::CallResult || P[X].Kind == ValueKind::New); };
  if (P[V].Kind == ValueKind::Param && kept(From.Frame, From.Value, false))
    return false; // another one's, and a reference of its own
  if (keeps(From.Value))
    return P[V].Kind == ValueKind::Local && any_of(T.stores(cellOfLocal(P[V].A)), [&](const FramedValue &Here) {
             return New(T.strip(Here.Value)) && !keeps(Here.Value);
           });
  return any_of(S.impl().Fl->sources(From.Frame, V), [&](const FramedValue &Source) { return New(Source.Value); });
}

/// What an object frees as it ends lives as long as that object: is one of those freed by its owner while a loop runs?
bool RawObjects::inLoop(SiteId Id, unsigned Depth) const {
  auto Holder = EndOf.find(P[Id].Caller.Index);
  if (Holder == EndOf.end())
    return true;
  return Depth < OwnerDepth && any_of(Frees, [&](const Freeing &F) {
           return frees(F.Class, Holder->second) && F.Site != Id && drops(F.Site) == Drop::Owned &&
                  inLoop(F.Site, Depth + 1);
         });
}

/// The value, and what it holds or points to while it is a local: g_clear_object() and its like name their argument
/// anew.
SmallVector<ValueId, 4> RawObjects::standsFor(ValueId V) const {
  SmallVector<ValueId, 4> All{V ? T.strip(V) : V};
  for (unsigned N = 0; N < All.size() && N < 16; ++N) {
    ValueId X = All[N];
    if (X && (P[X].Kind == ValueKind::Local || P[X].Kind == ValueKind::Index))
      for (const FramedValue &F : T.stores(T.cellOf(X)))
        if (ValueId Next = T.strip(F.Value); Next && !is_contained(All, Next))
          All.push_back(Next);
  }
  llvm::erase_if(All, [](ValueId X) { return !X; });
  return All;
}

RawObjects::RawObjects(const Program &P, const Solution &S, const Completion &W) : P(P), S(S), T(*S.impl().T), W(W) {
  auto Add = [&](RecordId R, SiteId Id) {
    CtxMask Where = S.contextsAt(Id) & CtxMask(~(maskOf(Ctx::Startup) | maskOf(Ctx::Forked) | maskOf(Ctx::Signal)));
    if (R && Where && !P[R].is(RecordFlag::Outside) && ours(P, P[Id]))
      Frees.push_back({R, Id, Where});
  };
  for (uint32_t I = 0; I < P.Sites.size(); ++I)
    if (ValueId V = freedBy(P.Sites[I]))
      Add(T.recordOf(V), SiteId(I));
  for (SiteId Id : T.ownerSites())
    Add(T.owned(P[Id].Receiver), Id);
  for (uint32_t R = 0; R < P.Records.size(); ++R)
    if (P.Records[R].is(RecordFlag::CStruct) && !P.Records[R].is(RecordFlag::Outside))
      for (FunctionId End : S.impl().Gr->classEnds(RecordId(R)))
        EndOf.try_emplace(End.Index, RecordId(R));
  llvm::sort(Frees,
             [](const Freeing &A, const Freeing &B) { return std::tie(A.Site, A.Class) < std::tie(B.Site, B.Class); });
}

/// Whether freeing a `Freed` can free an R: what is only known as a widget or an object says nothing.
bool RawObjects::frees(RecordId Freed, RecordId R) const {
  return T.derives(Freed, R) || (T.derives(R, Freed) && !P[Freed].is(RecordFlag::Outside));
}

std::vector<FunctionId> RawObjects::below(ArrayRef<FunctionId> From, unsigned Depth) const {
  std::vector<FunctionId> All(From.begin(), From.end());
  DenseSet<uint32_t> Seen;
  for (FunctionId F : From)
    Seen.insert(F.Index);
  size_t Begin = 0;
  for (unsigned D = 0; D < Depth; ++D) {
    size_t End = All.size();
    for (; Begin < End; ++Begin)
      for (SiteId Id : T.sitesOf(All[Begin]))
        if (FunctionId C = P[Id].Callee; C && P[C].hasBody() && Seen.insert(C.Index).second)
          All.push_back(C);
  }
  return All;
}

/// Destructors of the class, its bases and heirs; dispose, finalize and destroy of a GObject.
bool RawObjects::endsOf(RecordId R, SmallVectorImpl<FunctionId> &Out) const {
  auto Add = [&](RecordId K) {
    if (P[K].is(RecordFlag::Outside))
      return;
    for (FunctionId M : T.methods(K))
      if (P[M].is(FunctionFlag::Destructor) && P[M].hasBody())
        Out.push_back(M);
    if (P[K].is(RecordFlag::CStruct))
      for (FunctionId F : S.impl().Gr->classEnds(K))
        Out.push_back(F);
  };
  for (RecordId B : T.bases(R))
    Add(B);
  for (RecordId D : T.heirs(R))
    Add(D);
  return !Out.empty();
}

/// Sources of a main loop, threads, and Qt's posts; an asynchronous call is cancelled in ways of its own.
bool RawObjects::speaksOf(const HandOff &H) const {
  if (H.Kind != HandOffKind::Queue)
    return H.Kind == HandOffKind::Thread;
  Role What = T.contract(P[H.Site]).What;
  return What == Role::Post || What == Role::GSourceSetCallback || What == Role::QtInvokeMethod ||
         What == Role::QtSingleShot;
}

/// The callback is not called any more once its context object is gone: this, a member, whoever it is. The application
/// outlives all.
bool RawObjects::outlived(const HandOff &H) const {
  ValueId V = H.Context ? T.strip(H.Context) : ValueId();
  if (!V)
    return false;
  return P[V].Kind != ValueKind::CallResult || T.contract(P.Sites[P[V].A]).What != Role::Application;
}

/// A weak or a shared pointer beside it: whoever takes the trouble asks it.
bool RawObjects::guarded(FunctionId Closure) const {
  if (!Closure)
    return false;
  const Function &L = P[Closure];
  for (uint32_t N = 0; N < L.CapturesCount; ++N) {
    ValueId V = P.Captures[L.CapturesBegin + N].InEnclosing;
    if (!V || P.Captures[L.CapturesBegin + N].ByReference)
      continue;
    for (RecordId R : {P[V].Record, T.recordOf(V)})
      if (R && lifetimeOf(S, R) == ModelSet::Lifetime::Guard)
        return true;
    // Through a call the type is the result's: shared_from_this().
    if (P[V].Kind == ValueKind::CallResult && P.Sites[P[V].A].Callee)
      if (RecordId R = P[P.Sites[P[V].A].Callee].Result; R && lifetimeOf(S, R) == ModelSet::Lifetime::Guard)
        return true;
  }
  return false;
}

/// What a function of the program gave: one of its class, not necessarily one that is freed.
bool RawObjects::fromGetter(ValueId V) const {
  auto All = standsFor(V);
  return any_of(All, [&](ValueId X) {
           return P[X].Kind == ValueKind::CallResult && !P.Sites[P[X].A].is(SiteFlag::Constructor) &&
                  P.Sites[P[X].A].Callee && P[P.Sites[P[X].A].Callee].hasBody();
         }) &&
         all_of(All, [&](ValueId X) {
           return P[X].Kind == ValueKind::CallResult || P[X].Kind == ValueKind::Local || P[X].Kind == ValueKind::Null;
         });
}

/// The same variable, or this.
bool RawObjects::same(ValueId A, ValueId B) const {
  A = A ? T.strip(A) : A;
  B = B ? T.strip(B) : B;
  if (!A || !B)
    return false;
  const Value &X = P[A], &Y = P[B];
  if (X.Kind == ValueKind::This || Y.Kind == ValueKind::This)
    return X.Kind == Y.Kind;
  return X.Kind == Y.Kind && X.A == Y.A && X.B == Y.B &&
         (X.Kind == ValueKind::Param || X.Kind == ValueKind::Local || X.Kind == ValueKind::Captured);
}

/// g_object_ref(x), below casts.
bool RawObjects::keeps(ValueId V) const {
  while (V && P[V].Kind == ValueKind::CallResult) {
    const Site &At = P.Sites[P[V].A];
    const Contract &C = T.contract(At);
    if (C.What == Role::Keeps || C.What == Role::Sinks)
      return true;
    if (C.ReturnsArg == NoArg)
      return false;
    V = C.ReturnsArg == ReceiverArg ? At.Receiver : P.arg(At, C.ReturnsArg);
  }
  return false;
}

/// The function takes a reference, or asks to be told when the object is gone. `Sinks`: also the first one of all.
bool RawObjects::kept(FunctionId Frame, ValueId Object, bool Sinks) const {
  if (Sinks && keeps(Object))
    return true;
  return any_of(T.sitesOf(Frame), [&](SiteId Id) {
    Role What = T.contract(P[Id]).What;
    return (What == Role::Keeps || (Sinks && What == Role::Sinks)) &&
           (same(P.arg(P[Id], 0), Object) || (P[Id].Receiver && same(P[Id].Receiver, Object)));
  });
}

/// The callbacks, and those that they pass the object on to, with the reference that goes with it.
std::vector<FunctionId> RawObjects::takesOver(RecordId R, ArrayRef<FunctionId> Callbacks) const {
  std::vector<FunctionId> All(Callbacks.begin(), Callbacks.end());
  constexpr size_t Enough = 32;
  auto Object = [&](uint32_t A) {
    return A != UINT32_MAX && T.recordOf(ValueId(A)) && T.related(T.recordOf(ValueId(A)), R) &&
           any_of(standsFor(ValueId(A)), [&](ValueId V) { return P[V].Kind == ValueKind::Param; });
  };
  for (size_t N = 0; N < All.size() && N < Enough; ++N)
    for (SiteId Id : T.sitesOf(All[N])) {
      auto Args = P.args(P[Id]);
      if (none_of(Args, Object))
        continue;
      for (uint32_t A : Args)
        if (ValueId V = A == UINT32_MAX ? ValueId() : T.strip(ValueId(A)); V && P[V].Kind == ValueKind::Function)
          if (FunctionId Next(P[V].A); P[Next].hasBody() && !is_contained(All, Next))
            All.push_back(Next);
    }
  return All;
}

/// The callback frees the object or drops the reference it was given; or one does that it passes the object on to.
bool RawObjects::ownedByCallback(RecordId R, ArrayRef<FunctionId> Callbacks) const {
  std::vector<FunctionId> Given = takesOver(R, Callbacks);
  for (FunctionId F : below(Given, EndingDepth))
    for (SiteId Id : T.sitesOf(F)) {
      ValueId V = P[Id].is(SiteFlag::Implicit) ? ValueId() : T.strip(freedBy(P[Id]));
      if (!V)
        continue;
      RecordId Freed = T.recordOf(V);
      if ((Freed && frees(Freed, R)) || (P[V].Kind == ValueKind::Param && is_contained(Given, F)))
        return true;
    }
  return false;
}

/// The callback asks whether it was taken back: g_source_is_destroyed(g_main_current_source()).
bool RawObjects::asks(ArrayRef<FunctionId> Callbacks) const {
  return any_of(Callbacks, [&](FunctionId F) {
    return any_of(T.sitesOf(F), [&](SiteId Id) {
      ValueId V = P.arg(P[Id], 0);
      return T.contract(P[Id]).What == Role::Cancel && V && P[V].Kind == ValueKind::CallResult;
    });
  });
}

/// The field or variable that keeps what the hand-off's call gives back: a source's id, a connection. 0: none.
/// `Elsewhere`: it goes where it cannot be followed.
Cell RawObjects::idCell(const HandOff &H, bool &Elsewhere) const {
  FunctionId F = P[H.Site].Caller;
  auto Is = [&](ValueId V, uint32_t Local) {
    V = V ? T.strip(V) : V;
    if (!V)
      return false;
    return (P[V].Kind == ValueKind::CallResult && P[V].A == H.Site.Index) ||
           (P[V].Kind == ValueKind::Local && P[V].A == Local);
  };
  uint32_t Local = UINT32_MAX;
  Cell Found = 0;
  if (T.contract(P[H.Site]).What == Role::GSourceSetCallback) {
    // The source itself is what takes it back, or the id that attaching it gives.
    ValueId Source = T.strip(P.arg(P[H.Site], 0));
    if (Source && P[Source].Kind == ValueKind::Local)
      Local = P[Source].A;
    else if (Source)
      Found = T.cellOf(Source);
    for (SiteId A : T.sitesWith(Role::GSourceAttach))
      Elsewhere |= P[A].Caller == F && !P[A].is(SiteFlag::ResultUnused);
  }
  for (unsigned Round = 0; Round < 2; ++Round)
    for (const Block &B : P.blocks(P[F]))
      for (const Event &E : P.events(B)) {
        if (E.Kind == EventKind::Store && E.B != UINT32_MAX && Is(ValueId(E.B), Local)) {
          const Value &Into = P.Values[E.A];
          if (Into.Kind == ValueKind::Local)
            Local = Into.A;
          else if (Cell C = T.cellOf(ValueId(E.A)))
            Found = C;
          else
            Elsewhere = true;
        } else if (E.Kind == EventKind::Return && E.A != UINT32_MAX && Is(ValueId(E.A), Local)) {
          Elsewhere = true;
        } else if (E.Kind == EventKind::Call) {
          const Site &At = P.Sites[E.A];
          bool Given = any_of(P.args(At), [&](uint32_t A) { return A != UINT32_MAX && Is(ValueId(A), Local); });
          Elsewhere |=
              Given && (!At.Callee || P[At.Callee].hasBody() || T.contract(At).What == Role::Cancel || At.Receiver);
        }
      }
  return Found;
}

bool RawObjects::takenBack(const HandOff &H, RecordId R, ArrayRef<FunctionId> Callbacks) const {
  bool Elsewhere = false;
  Cell Id = idCell(H, Elsewhere);
  if (Elsewhere)
    return true;
  FunctionId Poster = P[H.Site].Caller;
  auto Names = [&](ValueId V) { return Id && any_of(standsFor(V), [&](ValueId X) { return T.cellOf(X) == Id; }); };
  for (SiteId C : T.sitesWith(Role::Cancel)) {
    const Site &At = P[C];
    if (At.Caller == Poster || is_contained(Callbacks, At.Caller))
      continue;
    if (Names(At.Receiver) || any_of(P.args(At), [&](uint32_t A) { return A != UINT32_MAX && Names(ValueId(A)); }))
      return true;
    // By the object: g_idle_remove_by_data(self).
    for (uint32_t A : P.args(At))
      if (A != UINT32_MAX && T.recordOf(ValueId(A)) && T.related(T.recordOf(ValueId(A)), R) &&
          P[ValueId(A)].Kind != ValueKind::Field && P[ValueId(A)].Kind != ValueKind::AddressOf)
        return true;
  }
  return false;
}

/// What runs at the object's end waits for the thread.
bool RawObjects::endWaits(ArrayRef<FunctionId> Ends) const {
  for (FunctionId F : below(Ends, EndingDepth))
    if (any_of(T.sitesOf(F), [&](SiteId At) { return W.waitsItself(P[At]); }))
      return true;
  return false;
}

std::optional<RawObjects::Danger> RawObjects::danger(const HandOff &H, FunctionId Frame, SiteId Leaves, ValueId Object,
                                                     FunctionId Closure) const {
  RecordId R = T.recordOf(Object);
  if (!R || P[R].is(RecordFlag::Outside) || P[R].is(RecordFlag::LambdaClosure) || !speaksOf(H))
    return std::nullopt;
  if (H.Destroy || outlived(H) || guarded(Closure) || kept(Frame, Object) ||
      T.contract(P[H.Site]).What == Role::JoinsWhenDropped)
    return std::nullopt;
  SmallVector<FunctionId, 4> Ends;
  bool Class = endsOf(R, Ends);
  if (P[R].is(RecordFlag::CStruct) && !Class)
    return std::nullopt; // a struct that travels with its callback
  SmallVector<FunctionId, 4> Callbacks;
  if (Closure)
    Callbacks.push_back(Closure);
  else
    for (ValueId V : H.Callables)
      Callbacks.append(S.impl().Fl->functions(P[H.Site].Caller, V));
  if (ownedByCallback(R, Callbacks))
    return std::nullopt;
  if (H.Kind == HandOffKind::Thread && endWaits(Ends))
    return std::nullopt;
  bool Asks = asks(Callbacks), Back = H.Kind == HandOffKind::Queue && takenBack(H, R, Callbacks);
  if (!W.canReturnFirst(Leaves, {}))
    return std::nullopt;
  Danger D;
  if (!Ends.empty())
    D.Ending = Ends.front();
  bool Known = !fromGetter(Object);
  auto Own = below(Callbacks, EndingDepth);
  for (const Freeing &F : Frees) {
    if (!frees(F.Class, R) || P[F.Site].Caller == Frame || is_contained(Own, P[F.Site].Caller))
      continue;
    bool Unlocked = H.Kind == HandOffKind::Queue && (F.Where & (maskOf(Ctx::Worker) | maskOf(Ctx::Library)));
    if (!Unlocked && (Asks || (Back && !(F.Where & LockedMask))))
      continue;
    // A local of a function that waits, for what it made the object for.
    if (P[F.Site].is(SiteFlag::Implicit) && W.functionWaits(P[F.Site].Caller))
      continue;
    Drop Dropped = drops(F.Site);
    if (Dropped == Drop::Borrowed)
      continue;
    bool Owner = Known && Dropped == Drop::Owned && inLoop(F.Site), Plain = Owner && !Back && !Asks;
    if (D.Freed && !Plain)
      continue;
    D.Freed = F.Site;
    D.TakenBack = Back || Asks;
    D.Owner = Owner;
    if (Plain)
      break;
  }
  if (D.Freed || (D.Ending && !Back && !Asks))
    return D;
  return std::nullopt;
}

} // namespace offmain
