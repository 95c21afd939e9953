// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/HandOffs.h"
#include "checks/Common.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

namespace {

constexpr unsigned MaxDepth = 3; ///< functions between the hand-off and a wait below it, the waiting one included

struct Collector {
  const Program &P;
  const Solution &S;
  const Tables &T;
  std::vector<HandOff> &Out;

  bool isNull(ValueId V) const {
    return !V || P[V].Kind == ValueKind::Null || (P[V].Kind == ValueKind::Int && !P[V].A && !P[V].B);
  }

  /// A library keeps user data of many callbacks (sort functions, cell renderers); hand-offs are those of a main loop.
  std::optional<HandOffKind> kindOf(SiteId Id, const Contract &C, const CallbackContract &B) const {
    switch (B.Runs) {
    case Thread::Worker:
    case Thread::LibraryThread:
      return HandOffKind::Thread;
    case Thread::Main:
      if (C.Kit == Toolkit::None || C.What == Role::Post)
        return HandOffKind::Queue;
      return std::nullopt;
    case Thread::Context: // at once where the caller is who iterates it
      return S.contextsAt(Id) & OffMainMask ? std::optional(HandOffKind::Queue) : std::nullopt;
    case Thread::OwnerOfArg:
    case Thread::Owner:
      return HandOffKind::Queue;
    case Thread::Unset:
    case Thread::Any:
    case Thread::Inline:
    case Thread::Forked:
    case Thread::SignalHandler:
    case Thread::Emitter:
    case Thread::Kept:
    case Thread::Nowhere:
      return std::nullopt;
    }
    return std::nullopt;
  }

  /// The future of std::async waits when it dies: dropped on the spot, or at the end of the local's scope.
  bool joinsHere(SiteId Id) const {
    const Site &At = P[Id];
    if (T.contract(At).What != Role::JoinsWhenDropped)
      return false;
    if (At.is(SiteFlag::ResultUnused))
      return true;
    auto Result = [&](ValueId V) {
      V = T.strip(V);
      return V && P[V].Kind == ValueKind::CallResult && P[V].A == Id.Index;
    };
    // Kept in a local, or in a container that is one, and never passed on.
    for (const Block &B : P.blocks(P[At.Caller]))
      for (const Event &E : P.events(B)) {
        ValueId Into;
        if (E.Kind == EventKind::Store && E.B != UINT32_MAX && Result(ValueId(E.B)))
          Into = ValueId(E.A);
        else if (E.Kind == EventKind::Call &&
                 any_of(P.args(P.Sites[E.A]), [&](uint32_t A) { return A != UINT32_MAX && Result(ValueId(A)); }))
          Into = P.Sites[E.A].Receiver;
        if (Into && P[Into].Kind == ValueKind::Local)
          return !passedOn(At.Caller, P[Into].A);
      }
    return false;
  }

  bool passedOn(FunctionId F, uint32_t Local) const {
    auto Is = [&](ValueId V) {
      V = T.strip(V);
      return V && P[V].Kind == ValueKind::Local && P[V].A == Local;
    };
    for (const Block &B : P.blocks(P[F]))
      for (const Event &E : P.events(B)) {
        if (E.Kind == EventKind::Return && E.A != UINT32_MAX && Is(ValueId(E.A)))
          return true;
        if (E.Kind == EventKind::Store && E.B != UINT32_MAX && Is(ValueId(E.B)))
          return true;
        if (E.Kind == EventKind::Call &&
            any_of(P.args(P.Sites[E.A]), [&](uint32_t A) { return A != UINT32_MAX && Is(ValueId(A)); }))
          return true;
      }
    return false;
  }

  void byContract(SiteId Id, const Site &At, const Contract &C) {
    if (C.Blocking == Blocks::Unbounded || joinsHere(Id)) // QtConcurrent::blockingMap
      return;
    std::optional<HandOff> H;
    for (const CallbackContract &B : C.Callbacks) {
      auto Kind = kindOf(Id, C, B);
      ValueId V = B.Arg == ReceiverArg ? At.Receiver : P.arg(At, B.Arg);
      if (!Kind || isNull(V))
        continue;
      if (!H)
        H = HandOff{Id, *Kind, {}, {}, {}, {}, {}, At.Receiver};
      (B.Method.empty() ? H->Callables : H->Runnables).push_back(V);
      if (B.DataArg >= 0 && !isNull(P.arg(At, B.DataArg)))
        H->Data.push_back(P.arg(At, B.DataArg));
      if (B.DestroyArg >= 0 && !isNull(P.arg(At, B.DestroyArg)))
        H->Destroy = P.arg(At, B.DestroyArg);
      if (B.Runs == Thread::OwnerOfArg)
        H->Context = B.OwnerArg == ReceiverArg ? At.Receiver : P.arg(At, B.OwnerArg);
      // std::thread(f, a, b): what follows the callable is kept as well.
      if (*Kind == HandOffKind::Thread && B.DataArg == NoArg && At.Callee && P.name(At.Callee).contains("::"))
        for (uint32_t A : P.args(At))
          if (A != UINT32_MAX && !is_contained(H->Callables, ValueId(A)))
            H->Data.push_back(ValueId(A));
    }
    if (H) {
      llvm::erase_if(H->Data,
                     [&](ValueId V) { return is_contained(H->Callables, V) || is_contained(H->Runnables, V); });
      Out.push_back(std::move(*H));
    }
  }

  /// An invocation that runs its callable at once, or waits for it, keeps nothing.
  bool queued(SiteId Id, const Site &At) const {
    bool Waits = false;
    for (uint32_t A : P.args(At)) {
      if (A == UINT32_MAX || P.Values[A].Kind == ValueKind::Lambda)
        continue;
      // The type, or what a variable or function that picks it can give.
      for (const FramedValue &V : S.impl().Fl->sources(At.Caller, ValueId(A))) {
        if (!V.Value || P[V.Value].Kind != ValueKind::Enum)
          continue;
        StringRef Name = P.Strings[P[V.Value].A];
        if (Name.ends_with("BlockingQueuedConnection") || Name.ends_with("DirectConnection"))
          Waits = true;
        else if (Name.ends_with("QueuedConnection"))
          return true;
      }
    }
    if (Waits)
      return false;
    return (S.contextsAt(Id) & OffMainMask) && S.impl().H->ofObject(At.Caller, P.arg(At, 0)).Kind != HomeKind::Worker;
  }

  void add(SiteId Id, HandOffKind Kind, ValueId Callable, ValueId Data, ValueId Context, ValueId Sender = ValueId()) {
    if (isNull(Callable))
      return;
    HandOff H{Id, Kind, {Callable}, {}, {}, {}, Context, Sender};
    if (!isNull(Data))
      H.Data.push_back(Data);
    Out.push_back(std::move(H));
  }

  void byRole(SiteId Id, const Site &At, const Contract &C) {
    switch (C.What) {
    case Role::QtConnect:
      if (T.stringOf(P.arg(At, 1)).empty() && At.ArgsCount >= 3)
        add(Id, HandOffKind::Connection, P.arg(At, At.ArgsCount == 3 ? 2 : 3), ValueId(),
            At.ArgsCount == 3 ? ValueId() : P.arg(At, 2), P.arg(At, 0));
      return;
    case Role::QtInvokeMethod:
      if (T.stringOf(P.arg(At, 1)).empty() && queued(Id, At))
        add(Id, HandOffKind::Queue, P.arg(At, 1), ValueId(), P.arg(At, 0));
      return;
    case Role::QtSingleShot: {
      ValueId Last = At.ArgsCount ? P.arg(At, At.ArgsCount - 1) : ValueId();
      ValueId Before = At.ArgsCount > 2 ? P.arg(At, At.ArgsCount - 2) : ValueId();
      if (Before && P[Before].Kind == ValueKind::Enum)
        Before = ValueId();
      if (Last && T.stringOf(Last).empty())
        add(Id, HandOffKind::Queue, Last, ValueId(), Before);
      return;
    }
    case Role::GSourceSetCallback:
      add(Id, HandOffKind::Queue, P.arg(At, 1), P.arg(At, 2), ValueId());
      if (!Out.empty() && Out.back().Site == Id && !isNull(P.arg(At, 3)))
        Out.back().Destroy = P.arg(At, 3);
      return;
    case Role::SigcConnect:
      add(Id, HandOffKind::Connection, P.arg(At, 0), ValueId(), ValueId(), At.Receiver);
      return;
    default:
      return;
    }
  }
};

} // namespace

std::vector<HandOff> handOffs(const Program &P, const Solution &S) {
  const Tables &T = *S.impl().T;
  std::vector<HandOff> Out;
  Collector C{P, S, T, Out};
  for (uint32_t I = 0; I < P.Sites.size(); ++I) {
    const Site &At = P.Sites[I];
    if (!At.Callee || !ours(P, At))
      continue;
    const Contract &K = T.contract(At);
    switch (K.What) {
    case Role::QtConnect:
    case Role::QtInvokeMethod:
    case Role::QtSingleShot:
    case Role::GSourceSetCallback:
    case Role::SigcConnect:
      C.byRole(SiteId(I), At, K);
      break;
    case Role::GSignalConnect: // lasts as long as its object, and is taken back in many ways
      break;
    default:
      if (!K.Callbacks.empty())
        C.byContract(SiteId(I), At, K);
      break;
    }
  }
  return Out;
}

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

bool Waits::waitsItself(const Site &At) const {
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

Waits::Waits(const Program &P, const Solution &S) : P(P), T(*S.impl().T), Waiting(P.Functions.size()) {
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

bool Waits::waits(const Site &At) const {
  if (!At.Callee)
    return WaitingValues.contains(&At - P.Sites.data());
  return waitsItself(At) || functionWaits(At.Callee);
}

bool Waits::mentions(ValueId V, ArrayRef<Cell> Watched, unsigned Depth) const {
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
struct Waits::Search {
  const Waits &W;
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

  Search(const Waits &W, SiteId After)
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
bool Waits::isThread(RecordId R) const {
  return R && any_of(T.methods(R), [&](FunctionId M) {
           return P[M].is(FunctionFlag::Constructor) && !T.contract(M).Callbacks.empty();
         });
}

bool Waits::mayWaitAfter(SiteId After) const {
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
std::vector<bool> Waits::Search::waitedLoops(ArrayRef<Cell> Watched) const {
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
bool Waits::Search::isMade(ValueId V) const {
  ValueId Made = P[After].Receiver;
  V = V ? W.T.strip(V) : V;
  return V && Made && P[V].Kind == ValueKind::Local && P[Made].Kind == ValueKind::Local && P[V].A == P[Made].A;
}

/// A thread that is let go, or given to somebody else, is not waited for where its variable dies.
bool Waits::Search::letsGo(const Event &E) const {
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
bool Waits::Search::ends(const Site &S, bool Free) const {
  bool Thread = S.is(SiteFlag::Destructor) && S.Callee && W.isThread(P[S.Callee].Record);
  if ((!Thread || (!Free && isMade(S.Receiver))) && W.waits(S))
    return true;
  return S.Callee && (P[S.Callee].is(FunctionFlag::NoReturn) || W.T.contract(S).NoReturn);
}

bool Waits::canReturnFirst(SiteId After, ArrayRef<Cell> Watched) const {
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
