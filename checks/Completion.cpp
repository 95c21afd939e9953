// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/Completion.h"
#include "checks/Common.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

static constexpr unsigned MaxDepth = 3; ///< functions between the hand-off and a wait below it, the waiting one included

/// The object of a call that waits: sleeping is no wait for anything.
static bool hasObject(const Program &P, const Site &At) {
  if (At.Receiver)
    return true;
  return any_of(P.args(At), [&](uint32_t A) {
    if (A == UINT32_MAX)
      return false;
    ValueKind K = P.Values[A].Kind;
    return K == ValueKind::AddressOf || K == ValueKind::Field || K == ValueKind::Param || K == ValueKind::Local ||
           K == ValueKind::Global || K == ValueKind::Captured;
  });
}

bool Completion::waitsItself(const Site &At) const {
  if (!At.Callee)
    return false;
  const Contract &C = T.contract(At);
  switch (C.What) {
  case Role::Join:
  case Role::Cancel:
  case Role::ToolkitLoop:
  case Role::IterateContext:
  case Role::LoopRun:
    return true;
  default:
    break;
  }
  switch (C.Blocking) {
  case Blocks::NestedLoop:
    return true;
  case Blocks::Unbounded:
  case Blocks::Bounded:
    return hasObject(P, At) && all_of(C.Callbacks, [](const CallbackContract &B) { return B.Runs == Thread::Inline; });
  case Blocks::Unset:
  case Blocks::No:
  case Blocks::Short:
    break;
  }
  if (C.What == Role::QtInvokeMethod)
    return any_of(P.args(At), [&](uint32_t A) {
      return A != UINT32_MAX && P.Values[A].Kind == ValueKind::Enum &&
             P.Strings[P.Values[A].A].ends_with("BlockingQueuedConnection");
    });
  return false;
}

Completion::Completion(const Program &P, const Solution &S) : P(P), T(*S.impl().T), Waiting(P.Functions.size()) {
  std::vector<FunctionId> Level;
  auto Add = [&](FunctionId F) {
    if (Waiting[F.Index])
      return;
    Waiting[F.Index] = true;
    Level.push_back(F);
  };
  for (const Site &At : P.Sites)
    if (waitsItself(At))
      Add(At.Caller);
  DenseMap<uint32_t, SmallVector<SiteId, 2>> ThroughValues; // a service table's functions
  for (const Edge &E : S.impl().Gr->Edges)
    if (E.How == Hop::Same && E.Site && !P[E.Site].Callee)
      ThroughValues[E.To.Index].push_back(E.Site);
  for (unsigned Depth = 1; Depth < MaxDepth; ++Depth)
    for (FunctionId F : std::exchange(Level, {})) {
      for (SiteId C : T.directCallers(F))
        Add(P[C].Caller);
      for (SiteId C : ThroughValues.lookup(F.Index))
        Add(P[C].Caller);
    }
  for (const auto &[F, Calls] : ThroughValues)
    if (Waiting[F])
      for (SiteId C : Calls)
        WaitingValues.insert(C.Index);
}

bool Completion::waits(const Site &At) const {
  if (!At.Callee)
    return WaitingValues.contains(&At - P.Sites.data());
  return waitsItself(At) || functionWaits(At.Callee);
}

bool Completion::mentions(ValueId V, ArrayRef<Cell> Watched, unsigned Depth) const {
  if (!V || Depth > 6 || Watched.empty())
    return false;
  const Value &X = P[V];
  switch (X.Kind) {
  case ValueKind::Local:
    return is_contained(Watched, cellOfLocal(X.A));
  case ValueKind::Field:
    return (X.B != UINT32_MAX && is_contained(Watched, cellOfVariable(X.B))) ||
           (X.A != UINT32_MAX && mentions(ValueId(X.A), Watched, Depth + 1));
  case ValueKind::Not:
  case ValueKind::AddressOf:
  case ValueKind::Index:
    return mentions(ValueId(X.A), Watched, Depth + 1);
  case ValueKind::Eq:
  case ValueKind::Ne:
  case ValueKind::And:
  case ValueKind::Or:
    return mentions(ValueId(X.A), Watched, Depth + 1) || mentions(ValueId(X.B), Watched, Depth + 1);
  case ValueKind::CallResult: {
    const Site &S = P.Sites[X.A];
    return mentions(S.Receiver, Watched, Depth + 1) ||
           any_of(P.args(S), [&](uint32_t A) { return A != UINT32_MAX && mentions(ValueId(A), Watched, Depth + 1); });
  }
  default:
    return false;
  }
}

/// One function's blocks, as a search wants them.
struct Completion::Search {
  const Completion &W;
  const Program &P;
  SiteId After;
  const Function &F;
  ArrayRef<Block> Blocks;
  uint32_t StartBlock = UINT32_MAX, StartEvent = 0;
  std::vector<bool> Waiting;    ///< of each block: a call in it waits
  SmallVector<Cell, 2> Results; ///< what keeps the result of the call

  std::vector<bool> waitedLoops(ArrayRef<Cell> Watched) const;
  bool isMade(ValueId V) const;
  bool letsGo(const Event &E) const;
  bool ends(const Site &S, bool Free) const;

  Search(const Completion &W, SiteId After)
      : W(W), P(W.P), After(After), F(P[P[After].Caller]), Blocks(P.blocks(F)), Waiting(Blocks.size()) {
    for (uint32_t B = 0; B < Blocks.size(); ++B) {
      auto Events = P.events(Blocks[B]);
      for (uint32_t E = 0; E < Events.size(); ++E) {
        if (Events[E].Kind == EventKind::Store && Events[E].B != UINT32_MAX && isResult(ValueId(Events[E].B)))
          if (Cell Kept = W.T.cellOf(ValueId(Events[E].A)))
            Results.push_back(Kept);
        if (Events[E].Kind != EventKind::Call)
          continue;
        if (Events[E].A == After.Index) {
          StartBlock = B;
          StartEvent = E + 1;
        } else if (W.waits(P.Sites[Events[E].A])) {
          Waiting[B] = true;
        }
      }
    }
  }

  bool isResult(ValueId V) const {
    V = V ? W.T.strip(V) : V;
    return V && P[V].Kind == ValueKind::CallResult && P[V].A == After.Index;
  }

  /// `if (!thread) return;`: the successor of B on which the call has failed, so that nobody has what it was given.
  std::optional<unsigned> failure(const Block &B) const {
    auto Asks = tested(P, B.Condition);
    if (!Asks || Asks->Number)
      return std::nullopt;
    if (!isResult(Asks->Value) && !is_contained(Results, W.T.cellOf(W.T.strip(Asks->Value))))
      return std::nullopt;
    // pthread_create() gives an error number, others what they have made.
    bool ZeroFails = W.T.contract(P[After]).HandleArg == NoArg;
    return Asks->Equal == ZeroFails ? 0 : 1;
  }

  /// Blocks reachable from the ends of block B.
  std::vector<bool> reachable(uint32_t B) const {
    std::vector<bool> Seen(Blocks.size());
    SmallVector<uint32_t, 16> Todo{B};
    while (!Todo.empty())
      for (uint32_t N : P.successors(Blocks[Todo.pop_back_val()]))
        if (N < Blocks.size() && !Seen[N]) {
          Seen[N] = true;
          Todo.push_back(N);
        }
    return Seen;
  }
};

/// Objects that are made with what another thread runs: they wait for nothing else when they end.
bool Completion::isThread(RecordId R) const {
  return R && any_of(T.methods(R), [&](FunctionId M) {
           return P[M].is(FunctionFlag::Constructor) && !T.contract(M).Callbacks.empty();
         });
}

bool Completion::mayWaitAfter(SiteId After) const {
  Search X(*this, After);
  if (X.StartBlock == UINT32_MAX)
    return true;
  auto Events = P.events(X.Blocks[X.StartBlock]);
  for (const Event &E : Events.drop_front(X.StartEvent))
    if (E.Kind == EventKind::Call && waits(P.Sites[E.A]))
      return true;
  auto Seen = X.reachable(X.StartBlock);
  for (uint32_t B = 0; B < Seen.size(); ++B)
    if (Seen[B] && X.Waiting[B])
      return true;
  return false;
}

/// Leaving a loop that waits, or that tests what the callback changes, is having waited. Not the loop the call is in.
std::vector<bool> Completion::Search::waitedLoops(ArrayRef<Cell> Watched) const {
  std::vector<bool> Waited(Blocks.size()), FromStart = reachable(StartBlock);
  std::vector<SmallVector<uint32_t, 2>> Before(Blocks.size());
  for (uint32_t B = 0; B < Blocks.size(); ++B)
    for (uint32_t N : P.successors(Blocks[B]))
      if (N < Blocks.size())
        Before[N].push_back(B);
  for (uint32_t B = 0; B < Blocks.size(); ++B) {
    bool Tests = Blocks[B].Condition && W.mentions(Blocks[B].Condition, Watched);
    if (!FromStart[B] || Waited[B] || (!Waiting[B] && !Tests))
      continue;
    auto Around = reachable(B);
    if (!Around[B] || Around[StartBlock])
      continue;
    // The cycle: what is reached from B and leads to it.
    SmallVector<uint32_t, 16> Todo{B};
    Waited[B] = true;
    while (!Todo.empty())
      for (uint32_t N : Before[Todo.pop_back_val()])
        if (Around[N] && !Waited[N]) {
          Waited[N] = true;
          Todo.push_back(N);
        }
  }
  return Waited;
}

/// The local that the hand-off made: a thread. Is V it?
bool Completion::Search::isMade(ValueId V) const {
  ValueId Made = P[After].Receiver;
  V = V ? W.T.strip(V) : V;
  return V && Made && P[V].Kind == ValueKind::Local && P[Made].Kind == ValueKind::Local && P[V].A == P[Made].A;
}

/// A thread that is let go, or given to somebody else, is not waited for where its variable dies.
bool Completion::Search::letsGo(const Event &E) const {
  if (E.Kind == EventKind::Store)
    return E.B != UINT32_MAX && isMade(ValueId(E.B));
  if (E.Kind == EventKind::Return)
    return E.A != UINT32_MAX && isMade(ValueId(E.A));
  const Site &S = P.Sites[E.A];
  if (E.A == After.Index || S.is(SiteFlag::Destructor))
    return false;
  return (W.T.contract(S).What == Role::Detach && isMade(S.Receiver)) ||
         any_of(P.args(S), [&](uint32_t A) { return A != UINT32_MAX && isMade(ValueId(A)); });
}

/// The call waits, or does not come back.
bool Completion::Search::ends(const Site &S, bool Free) const {
  bool Thread = S.is(SiteFlag::Destructor) && S.Callee && W.isThread(P[S.Callee].Record);
  if ((!Thread || (!Free && isMade(S.Receiver))) && W.waits(S))
    return true;
  return S.Callee && (P[S.Callee].is(FunctionFlag::NoReturn) || W.T.contract(S).NoReturn);
}

bool Completion::canReturnFirst(SiteId After, ArrayRef<Cell> Watched) const {
  Search X(*this, After);
  if (X.StartBlock == UINT32_MAX)
    return false;
  auto Waited = X.waitedLoops(Watched);
  struct State {
    uint32_t Block, Event;
    bool Free; ///< the thread was let go
  };
  std::vector<uint8_t> Seen(X.Blocks.size());
  SmallVector<State, 16> Todo{{X.StartBlock, X.StartEvent, false}};
  while (!Todo.empty()) {
    State At = Todo.pop_back_val();
    bool Stop = false;
    for (const Event &E : P.events(X.Blocks[At.Block]).drop_front(At.Event)) {
      At.Free |= X.letsGo(E);
      Stop |= E.Kind == EventKind::Call && X.ends(P.Sites[E.A], At.Free);
    }
    if (Stop)
      continue;
    bool Any = false;
    auto Next = P.successors(X.Blocks[At.Block]);
    auto Failed = X.failure(X.Blocks[At.Block]);
    for (unsigned Way = 0; Way < Next.size(); ++Way) {
      uint32_t N = Next[Way];
      if (N >= X.Blocks.size())
        continue;
      Any = true;
      if (Failed == Way)
        continue;
      uint8_t Bit = At.Free ? 2 : 1;
      if (Waited[N] || (Seen[N] & Bit))
        continue;
      Seen[N] |= Bit;
      Todo.push_back({N, 0, At.Free});
    }
    if (!Any)
      return true;
  }
  return false;
}

} // namespace offmain
