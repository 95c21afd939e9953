// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/HandOffs.h"
#include "checks/Common.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

namespace {

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

} // namespace offmain
