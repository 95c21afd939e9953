// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/Waits.h"

using namespace llvm;

namespace offmain {

namespace {

constexpr double NoticeableMs = 50;

/// std::chrono durations carry their unit in their type: std::ratio<N, D>; seconds have the default ratio. 0: not told.
double chronoUnitMs(StringRef Type) {
  size_t Ratio = Type.find("ratio<");
  if (Ratio == StringRef::npos)
    return Type.contains("duration<") ? 1000 : 0;
  unsigned long long Num = 1, Den = 1;
  StringRef Rest = Type.substr(Ratio + 6);
  Rest.consumeInteger(10, Num);
  Rest = Rest.ltrim("LlUu, ");
  Rest.consumeInteger(10, Den);
  return Den ? 1000.0 * double(Num) / double(Den) : 1000;
}

/// What Int, Enum and Null are as a number.
std::optional<int64_t> number(const Value &X) {
  if (X.Kind == ValueKind::Int)
    return int64_t((uint64_t(X.B) << 32) | X.A);
  if (X.Kind == ValueKind::Enum)
    return int32_t(X.B);
  if (X.Kind == ValueKind::Null)
    return 0;
  return std::nullopt;
}

/// A variable whose assignments are all known: a local, a constant.
bool kept(const Program &P, ValueId V) {
  const Value &X = P[V];
  return X.Kind == ValueKind::Local || (X.Kind == ValueKind::Global && P[VariableId(X.A)].is(VariableFlag::Const));
}

/// The only value of a variable that is assigned once, and so on; V itself if it is no such variable.
ValueId settled(const Tables &T, const Program &P, ValueId V) {
  V = T.strip(V);
  for (unsigned Depth = 0; V && Depth < 4; ++Depth) {
    if (!kept(P, V))
      return V;
    auto Stores = T.stores(T.cellOf(V));
    if (Stores.size() != 1)
      return V;
    V = T.strip(Stores[0].Value);
  }
  return V;
}

/// waitpid(..., WNOHANG): the model names an argument that keeps the call from waiting.
bool excused(const Tables &T, const Program &P, const Site &At, const Contract &C) {
  ValueId V = C.UnlessArg == NoArg ? ValueId() : settled(T, P, P.arg(At, C.UnlessArg));
  auto N = V ? number(P[V]) : std::nullopt;
  return N && C.excused(*N);
}

/// How long a bounded call can wait.
struct Limit {
  std::optional<double> Ms; ///< the longest time that is known to be asked for; negative: without end
  bool Certain = true;      ///< all times that can be asked for are known, and are the same
  double UnitMs = 0;        ///< 0: not known

  void add(double Count, double Unit) {
    double More = Count < 0 ? -1 : Count * Unit;
    Certain &= !Ms || *Ms == More;
    Ms = !Ms ? More : *Ms < 0 || More < 0 ? -1 : std::max(*Ms, More);
  }
};

Limit limitOf(const Solution &S, const Program &P, const Site &At, const Contract &C) {
  const Tables &T = *S.impl().T;
  Limit L;
  L.UnitMs = C.BoundUnitMs;
  auto LearnUnit = [&](StringId Type) {
    if (!L.UnitMs)
      L.UnitMs = chronoUnitMs(P.text(Type));
  };
  ValueId V = T.strip(P.arg(At, C.BoundArg));
  if (V && P[V].Kind == ValueKind::Local)
    LearnUnit(P.Locals[P[V].A].Type);
  V = settled(T, P, V);
  // QDeadlineTimer(500), std::chrono::seconds(2)
  for (unsigned Depth = 0; V && Depth < 8 && P[V].Kind == ValueKind::CallResult; ++Depth) {
    const Site &Made = P.Sites[P[V].A];
    if (!Made.Callee)
      break;
    LearnUnit(P[Made.Callee].ResultType);
    if (!Made.is(SiteFlag::Constructor) || !Made.ArgsCount)
      break;
    V = settled(T, P, P.arg(Made, 0));
  }
  if (!V)
    return L;
  if (P[V].Kind == ValueKind::Enum) { // QDeadlineTimer::Forever
    L.add(-1, 1);
    return L;
  }
  for (const FramedValue &Source : S.impl().Fl->sources(At.Caller, V)) {
    if (!Source.Value)
      continue; // a parameter: its arguments are sources as well
    const Value &Given = P[Source.Value];
    if (Given.Kind == ValueKind::Int && Given.Record) { // a duration
      L.UnitMs = 1e-6;
      L.add(double(*number(Given)), L.UnitMs);
    } else if (Given.Kind == ValueKind::Int)
      L.add(double(*number(Given)), L.UnitMs ? L.UnitMs : 1000);
    else if (!kept(P, Source.Value) || T.stores(T.cellOf(Source.Value)).empty())
      L.Certain = false;
  }
  return L;
}

/// The object of a call, its receiver or first argument, comes from calls of role Made only, wherever it is kept.
bool madeBy(const Solution &S, const Program &P, const Site &At, Role Made) {
  bool Any = false;
  for (const FramedValue &Source : S.impl().Fl->sources(At.Caller, At.Receiver ? At.Receiver : P.arg(At, 0))) {
    if (!Source.Value)
      continue; // a parameter: its arguments are sources as well
    const Value &V = P[Source.Value];
    if (V.Kind == ValueKind::Local || V.Kind == ValueKind::Global || V.Kind == ValueKind::Field ||
        V.Kind == ValueKind::Null)
      continue;
    if (V.Kind != ValueKind::CallResult || S.impl().T->contract(P.Sites[V.A]).What != Made)
      return false;
    Any = true;
  }
  return Any;
}

/// What a descriptor comes from: of a field of its own object, what methods of the same class put there.
SmallVector<FramedValue, 4> descriptorSources(const Solution &S, const Program &P, FunctionId Frame, ValueId V) {
  const Tables &T = *S.impl().T;
  V = T.strip(V);
  if (!V || P[V].Kind != ValueKind::Field || P[V].A == UINT32_MAX || P[ValueId(P[V].A)].Kind != ValueKind::This)
    return V ? S.impl().Fl->sources(Frame, V) : SmallVector<FramedValue, 4>();
  SmallVector<FramedValue, 4> Own;
  for (const FramedValue &Put : T.stores(T.cellOf(V)))
    if (P[Put.Frame].Record == P[Frame].Record)
      Own.append(S.impl().Fl->sources(Put.Frame, Put.Value));
  return Own;
}

/// Connecting a datagram socket, or one that was made not to wait, only notes the address.
bool connectsAtOnce(const Solution &S, const Program &P, const Site &At, const Contract &C) {
  const Tables &T = *S.impl().T;
  if (C.What != Role::ConnectsSocket)
    return false;
  bool Any = false;
  for (const FramedValue &Source : descriptorSources(S, P, At.Caller, P.arg(At, 0))) {
    if (!Source.Value || number(P[Source.Value]) || P[Source.Value].Kind == ValueKind::Local ||
        P[Source.Value].Kind == ValueKind::Global || P[Source.Value].Kind == ValueKind::Field)
      continue;
    if (P[Source.Value].Kind != ValueKind::CallResult)
      return false;
    const Site &Made = P.Sites[P[Source.Value].A];
    const Contract &Makes = T.contract(Made);
    if (Makes.What != Role::OpensSocket || !excused(T, P, Made, Makes))
      return false;
    Any = true;
  }
  return Any;
}

/// Every entry of F is the slot of a watcher's signal that the future is there, and nothing else calls it.
bool slotOfFinished(const Solution &S, FunctionId F) {
  bool Slot = false;
  for (const EntryPoint &E : S.entries()) {
    if (E.Function != F)
      continue;
    if (!E.Connection ||
        S.models().function(S.connections()[E.Connection - 1].SignalName, {}, "").What != Role::FutureReady)
      return false;
    Slot = true;
  }
  return Slot && S.impl().T->directCallers(F).empty();
}

/// What the slot of QFutureWatcher::finished asks the watcher's future for is there: `watcher->future().result()`, and
/// `future.result()` in a lambda beside `watcher->setFuture(future)`.
bool finishedFuture(const Solution &S, const Program &P, const Site &At) {
  const Tables &T = *S.impl().T;
  if (!At.Callee || !At.Receiver || T.contract(At).What != Role::WaitsForFuture)
    return false;
  auto Copied = [&](ValueId V) { // what a copy was made from
    V = settled(T, P, V);
    return V && P[V].Kind == ValueKind::CallResult && P.Sites[P[V].A].is(SiteFlag::Constructor)
               ? settled(T, P, P.arg(P.Sites[P[V].A], 0))
               : V;
  };
  ValueId Future = Copied(At.Receiver);
  if (!Future)
    return false;
  const Value &X = P[Future];
  const Function &F = P[At.Caller];
  if (X.Kind == ValueKind::CallResult && P.Sites[X.A].Callee)
    return T.contract(P.Sites[X.A]).What == Role::WatchedFuture && slotOfFinished(S, At.Caller);
  if (X.Kind != ValueKind::Captured || X.A >= F.CapturesCount || !F.Parent)
    return false;
  Cell Outside = T.cellOf(P.Captures[F.CapturesBegin + X.A].InEnclosing);
  bool Watched = Outside && any_of(T.sitesOf(F.Parent), [&](SiteId Id) {
    const Site &Set = P[Id];
    if (T.contract(Set).What != Role::WatchesFuture)
      return false;
    ValueId Given = T.strip(P.arg(Set, 0));
    if (Given && P[Given].Kind == ValueKind::CallResult && P.Sites[P[Given].A].is(SiteFlag::Constructor))
      Given = P.arg(P.Sites[P[Given].A], 0);
    return Given && T.cellOf(T.strip(Given)) == Outside;
  });
  return Watched && slotOfFinished(S, At.Caller);
}

/// The thread that is waited for still ran when whatever came before was over: `if (thread->isRunning()) thread->wait();`, or
/// it was ended by force.
bool stillRuns(const Tables &T, const Program &P, SiteId Wait) {
  const Site &At = P[Wait];
  Cell Thread = At.Receiver ? T.cellOf(T.strip(At.Receiver)) : 0;
  if (!Thread)
    return false;
  auto Is = [&](const Site &Other, Role What) {
    return T.contract(Other).What == What && Other.Receiver && T.cellOf(T.strip(Other.Receiver)) == Thread;
  };
  if (any_of(T.sitesOf(At.Caller), [&](SiteId Other) {
        return P[Other].At < At.At && Is(P[Other], Role::QtThreadTerminate);
      }))
    return true;
  ArrayRef<Block> Blocks = P.blocks(P[At.Caller]);
  auto Here = find_if(Blocks, [&](const Block &B) {
    return any_of(P.events(B), [&](const Event &E) { return E.Kind == EventKind::Call && E.A == Wait.Index; });
  });
  return Here != Blocks.end() && any_of(Blocks, [&](const Block &B) {
    auto Next = P.successors(B);
    if (!B.Condition || P[B.Condition].Kind != ValueKind::CallResult || Next.size() != 2 || is_contained(Next, UINT32_MAX) ||
        !Is(P.Sites[P[B.Condition].A], Role::QtThreadRunning))
      return false;
    size_t Of = Here - Blocks.begin();
    return reachableBlocks(P, Blocks, Next[0])[Of] && !reachableBlocks(P, Blocks, Next[1])[Of];
  });
}

/// A join after a nested loop of the same function, or of a function it calls, that goes on until somebody ends it: the
/// thread's last act is what ended it. A loop that only works off what is pending waits for nobody.
bool waitedInLoop(const Tables &T, const Program &P, SiteId Id) {
  const Site &At = P[Id];
  Role Is = T.contract(At).What;
  if (!At.Callee || (Is != Role::Join && Is != Role::WaitsForFuture))
    return false;
  if (stillRuns(T, P, Id))
    return false;
  bool Waits = false;
  auto Look = [&](SiteId S, Role &What) {
    What = T.contract(P[S]).What;
    Waits |= What == Role::WaitLoop || What == Role::LoopRun || What == Role::ToolkitLoop || What == Role::IterateContext;
  };
  for (SiteId Other : T.sitesOf(At.Caller)) {
    if (!(P[Other].At < At.At))
      continue;
    Role What;
    Look(Other, What);
    if (What == Role::LoopPending)
      return false;
    if (FunctionId Callee = P[Other].Callee; Callee && P[Callee].hasBody())
      for (SiteId Inner : T.sitesOf(Callee)) {
        Role InnerWhat;
        Look(Inner, InnerWhat);
        if (InnerWhat == Role::LoopPending)
          return false;
      }
  }
  return Waits;
}

/// Other calls of the same function that make this one silent: on main g_main_context_invoke() of the default context
/// has run its callback when it returns, so the condition is met; and what popen() waits for is told at pclose().
bool settledByNeighbour(const Solution &S, const Program &P, SiteId Id) {
  const Tables &T = *S.impl().T;
  const Site &At = P[Id];
  Role Is = T.contract(At).What;
  bool CondWait = Is == Role::CondWait, Open = Is == Role::OpensProcess;
  if (!CondWait && !Open)
    return false;
  return any_of(T.sitesOf(At.Caller), [&](SiteId Other) {
    const Site &O = P[Other];
    if (Open)
      return T.contract(O).What == Role::EndsProcess;
    if (Other.Index >= Id.Index)
      return false;
    return any_of(T.contract(O).Callbacks, [&](const CallbackContract &B) {
      ValueId Context = B.Runs == Thread::Context && B.OwnerArg >= 0 ? T.strip(P.arg(O, B.OwnerArg)) : ValueId();
      if (!Context)
        return false;
      const Value &V = P[Context];
      return V.Kind == ValueKind::Null || (V.Kind == ValueKind::Int && !V.A) ||
             (V.Kind == ValueKind::CallResult && T.contract(P.Sites[V.A]).What == Role::DefaultContext);
    });
  });
}

std::optional<Wait> boundedWait(const Solution &S, const Program &P, const Site &At, const Contract &C) {
  Wait W;
  Limit L = limitOf(S, P, At, C);
  bool Long = L.Ms && (*L.Ms < 0 || *L.Ms >= NoticeableMs);
  // Constructors of durations do not tell their unit: taken as seconds, but not relied on.
  if (L.Ms && L.Certain && (L.UnitMs || *L.Ms <= 0)) {
    if (!Long)
      return std::nullopt;
    if (*L.Ms >= 0)
      W.UpToMs = int64_t(*L.Ms);
    return W;
  }
  // Of a whole number of seconds, all but none are long.
  W.Sure = (Long && (L.UnitMs || L.Certain)) || L.UnitMs >= 1000 ? Confidence::Medium : Confidence::Low;
  return W;
}

} // namespace

std::optional<Wait> waitAt(const Solution &S, const Program &P, SiteId Id, const Contract &C) {
  const Site &At = P[Id];
  Wait W;
  switch (C.Blocking) {
  case Blocks::Unset:
  case Blocks::No:
    return std::nullopt;
  case Blocks::Short:
    W.Kind = WaitKind::Short;
    break;
  case Blocks::NestedLoop:
    W.Kind = WaitKind::NestedLoop;
    break;
  case Blocks::Bounded:
    if (auto Bounded = boundedWait(S, P, At, C))
      W = *Bounded;
    else
      return std::nullopt;
    break;
  case Blocks::Unbounded:
    if (finishedFuture(S, P, At) || madeBy(S, P, At, Role::InMemory) || connectsAtOnce(S, P, At, C))
      return std::nullopt;
    if (madeBy(S, P, At, Role::LocalFile))
      W.Kind = WaitKind::LocalFile;
    break;
  }
  if (excused(*S.impl().T, P, At, C) || settledByNeighbour(S, P, Id) || waitedInLoop(*S.impl().T, P, Id))
    return std::nullopt;
  return W;
}

} // namespace offmain
