// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/WakeUps.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

template <class T> static bool intersects(ArrayRef<T> A, ArrayRef<T> B) {
  return any_of(A, [&](const T &X) { return std::binary_search(B.begin(), B.end(), X); });
}

bool SharedObject::meets(const SharedObject &Other) const {
  return intersects<Cell>(Cells, Other.Cells) || intersects<SiteId>(Made, Other.Made);
}

static ValueId argument(const Program &P, const Site &At, int Arg) {
  return Arg == ReceiverArg ? At.Receiver : Arg == NoArg ? ValueId() : P.arg(At, Arg);
}

WakeUps::WakeUps(const Program &P, const Solution &S) : P(P), S(S), T(*S.impl().T) {
  eachSite(P, S, [&](SiteId Id, const Site &At, const Contract &C) {
    if (C.WaitsFor != NoArg && endless(At, C))
      AllWaits.push_back({Id, objectOf(At.Caller, argument(P, At, C.WaitsFor))});
    if (C.Wakes != NoArg)
      AllWakes.push_back({Id, objectOf(At.Caller, argument(P, At, C.Wakes))});
  });
}

/// Only what would wait for ever is a deadlock: a wait with an end is a stall.
bool WakeUps::endless(const Site &At, const Contract &C) const {
  auto Number = [&](int Arg) -> std::optional<int64_t> {
    ValueId V = T.strip(argument(P, At, Arg));
    if (!V || (P[V].Kind != ValueKind::Int && P[V].Kind != ValueKind::Null))
      return std::nullopt;
    return P[V].Kind == ValueKind::Null ? 0 : static_cast<int64_t>(uint64_t(P[V].B) << 32 | P[V].A);
  };
  if (C.Blocking == Blocks::Bounded) {
    auto Time = Number(C.BoundArg);
    return Time && *Time < 0; // -1, ULONG_MAX
  }
  auto Excuse = Number(C.UnlessArg);
  return C.Blocking == Blocks::Unbounded && !(Excuse && C.excused(*Excuse));
}

SharedObject WakeUps::objectOf(FunctionId Frame, ValueId V) const {
  SharedObject O;
  for (const FramedValue &Source : S.impl().Fl->sources(Frame, V)) {
    if (!Source.Value)
      continue; // a parameter: its arguments are sources as well
    const Value &X = P[Source.Value];
    if (Cell C = X.Kind == ValueKind::CallResult ? 0 : T.cellOf(Source.Value))
      O.Cells.push_back(C);
    else if ((X.Kind == ValueKind::CallResult || X.Kind == ValueKind::New) && X.A != UINT32_MAX)
      O.Made.push_back(SiteId(X.A));
  }
  llvm::sort(O.Cells);
  O.Cells.erase(std::unique(O.Cells.begin(), O.Cells.end()), O.Cells.end());
  llvm::sort(O.Made);
  O.Made.erase(std::unique(O.Made.begin(), O.Made.end()), O.Made.end());
  return O;
}

SmallVector<SiteId, 4> WakeUps::wakersOf(const Waiting &W) const {
  SmallVector<SiteId, 4> Out;
  for (const Waiting &By : AllWakes)
    if (By.On.meets(W.On))
      Out.push_back(By.Site);
  return Out;
}

bool WakeUps::startsWaitedThread(const EntryPoint &E, const Waiting &W) const {
  if (!E.Site) {
    // An object that is a thread: the class whose run() begins.
    RecordId Runs = P[E.Function].Record, Of = T.recordOf(argument(P, P[W.Site], T.contract(P[W.Site]).WaitsFor));
    if (!Runs || !Of)
      return false;
    SmallVector<RecordId, 4> Classes;
    for (SiteId Made : W.On.Made)
      if (FunctionId Ctor = P[Made].Callee; Ctor && P[Made].is(SiteFlag::Constructor) && T.derives(P[Ctor].Record, Of))
        Classes.push_back(P[Ctor].Record);
    if (Classes.empty())
      Classes.push_back(Of);
    return any_of(Classes, [&](RecordId K) { return T.derives(K, Runs) || (Of == K && T.derives(Runs, K)); });
  }
  if (E.Site == W.Site) // g_task_run_in_thread_sync()
    return true;
  const Site &Start = P[E.Site];
  SharedObject Handle;
  Handle.Made.push_back(E.Site);
  int Arg = T.contract(Start).HandleArg;
  if (Cell C = T.cellOf(T.strip(Arg == NoArg ? Start.Receiver : argument(P, Start, Arg))))
    Handle.Cells.push_back(C);
  if (Handle.meets(W.On))
    return true;
  // The result of a helper that starts threads for others.
  return any_of(W.On.Cells, [&](Cell C) {
    return any_of(T.stores(C), [&](const FramedValue &Stored) {
      ValueId V = T.strip(Stored.Value);
      return V && P[V].Kind == ValueKind::CallResult && P[V].A == E.Site.Index;
    });
  });
}

SmallVector<uint32_t, 4> WakeUps::threadsOf(const Waiting &W) const {
  SmallVector<uint32_t, 4> Out;
  ArrayRef<EntryPoint> Entries = S.entries();
  for (uint32_t I = 0; I < Entries.size(); ++I)
    if (!(maskOf(Entries[I].Context) & (MainMask | maskOf(Ctx::Forked) | maskOf(Ctx::Signal))) &&
        startsWaitedThread(Entries[I], W))
      Out.push_back(I);
  return Out;
}

bool WakeUps::tasksAwaited(const Waiting &W, const Completion &Of) const {
  bool Any = false;
  for (SiteId Push : T.sitesWith(Role::PoolPush)) {
    if (!objectOf(P[Push].Caller, P.arg(P[Push], 0)).meets(W.On))
      continue;
    if (Of.canReturnFirst(Push, {}))
      return false;
    Any = true;
  }
  return Any;
}

std::string WakeUps::describe(const Waiting &W) const {
  ValueId V = T.strip(argument(P, P[W.Site], T.contract(P[W.Site]).WaitsFor));
  if (V && P[V].Kind == ValueKind::Field && P[V].B != UINT32_MAX)
    return "'" + P.name(VariableId(P[V].B)).str() + "'";
  if (V && P[V].Kind == ValueKind::Global)
    return "'" + P.name(VariableId(P[V].A)).str() + "'";
  if (V && P[V].Kind == ValueKind::Local)
    return "'" + P.text(P.Locals[P[V].A].Name).str() + "'";
  return "it";
}

static uint32_t blockOf(const Program &P, ArrayRef<Block> Blocks, SiteId S, uint32_t &Position) {
  for (uint32_t B = 0; B < Blocks.size(); ++B) {
    auto Events = P.events(Blocks[B]);
    for (Position = 0; Position < Events.size(); ++Position)
      if (Events[Position].Kind == EventKind::Call && Events[Position].A == S.Index)
        return B;
  }
  return UINT32_MAX;
}

bool comesBefore(const Program &P, SiteId A, SiteId B, ArrayRef<SiteId> Without) {
  auto Blocks = P.blocks(P[P[A].Caller]);
  uint32_t AtA, AtB, From = blockOf(P, Blocks, A, AtA), To = blockOf(P, Blocks, B, AtB);
  if (From == UINT32_MAX || To == UINT32_MAX)
    return false;
  bool Found = false;
  std::vector<bool> Seen(Blocks.size());
  SmallVector<uint32_t, 8> Work;
  /// Goes through a block from an event on; does the path leave it at its end?
  auto Pass = [&](uint32_t Block, uint32_t First) {
    for (const Event &E : P.events(Blocks[Block]).drop_front(First)) {
      if (E.Kind != EventKind::Call)
        continue;
      if (E.A == B.Index) {
        Found = true;
        return;
      }
      if (is_contained(Without, SiteId(E.A)))
        return;
    }
    for (uint32_t S : P.successors(Blocks[Block]))
      if (S != UINT32_MAX && !Seen[S]) {
        Seen[S] = true;
        Work.push_back(S);
      }
  };
  for (Pass(From, AtA + 1); !Work.empty() && !Found;)
    Pass(Work.pop_back_val(), 0);
  return Found;
}

} // namespace offmain
