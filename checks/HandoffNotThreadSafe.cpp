// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// handoff-not-thread-safe: a hand-off to the main loop made off main by a route that is itself not safe there. The
// models say which routes those are: `role: post` with `runs-on: main`; slots of tracked objects by any route that
// posts; and a timer that a thread without an event loop makes and starts, which never fires.
#include "checks/Common.h"
#include "llvm/ADT/DenseSet.h"

using namespace llvm;

namespace offmain {

namespace {

constexpr CtxMask Elsewhere = CtxMask(OffMainMask & ~maskOf(Ctx::Forked));
constexpr size_t MaxBelow = 2000; ///< functions below a thread's that are searched for its loop

struct Routes {
  const Program &P;
  const Solution &S;
  const Tables &T;
  std::vector<Finding> &Out;

  void report(SiteId Id, Ctx C, const std::string &What, StringRef Why, StringRef Advice) {
    Ctx Runs = *S.impl().G->at(Id).through(C);
    Finding F = findingAt(P, S, Id, C, "handoff-not-thread-safe", Level::Warning,
                          What + " on " + describe(Runs).str() + Why.str());
    F.Advice = Advice.str();
    Out.push_back(std::move(F));
  }

  /// The slot is a method of an object that keeps account of its slots: sigc::mem_fun(*this, ...), also inside of
  /// binds.
  bool slotOfTracked(ValueId V, unsigned Depth = 0) const {
    V = V ? T.strip(V) : V;
    if (!V || Depth > 4)
      return false;
    if (P[V].Kind == ValueKind::Local) {
      auto Held = T.stores(cellOfLocal(P[V].A));
      return Held.size() == 1 && slotOfTracked(Held[0].Value, Depth + 1);
    }
    if (P[V].Kind != ValueKind::CallResult)
      return false;
    const Site &Made = P.Sites[P[V].A];
    bool Outside = Made.is(SiteFlag::Constructor) && Made.Callee && T.external(Made.Callee);
    if (T.contract(Made).What != Role::MakeSlot && !Outside)
      return false;
    for (unsigned I = 0; I < Made.ArgsCount; ++I) {
      ValueId A = P.arg(Made, I), Next = P.arg(Made, I + 1);
      bool Object = A && Next && (P[Next].Kind == ValueKind::Member || P[Next].Kind == ValueKind::Function);
      if ((Object && lifetimeOf(S, T.recordOf(A)) == ModelSet::Lifetime::Tracked) || slotOfTracked(A, Depth + 1))
        return true;
    }
    return false;
  }

  void route(SiteId Id, const Site &At, const Contract &C) {
    bool Never = C.RunsOn == Thread::Main && C.Kit == Toolkit::None;
    bool Tracked = false;
    for (const CallbackContract &B : C.Callbacks)
      Tracked |= !Never && B.Arg >= 0 && slotOfTracked(P.arg(At, B.Arg));
    if (!Never && !Tracked)
      return;
    if (auto Where = surest(S, P, Id, Elsewhere))
      report(Id, *Where, called(P, At) + " is called",
             Never ? "; it is only safe on the thread that runs the main loop"
                   : " with a method of an object whose list of slots is not thread safe",
             C.Advice);
  }

  /// The thread's function, or one that it calls, runs an event loop.
  bool runsLoop(FunctionId Entry) const {
    DenseSet<uint32_t> Seen{Entry.Index};
    SmallVector<FunctionId, 16> Todo{Entry};
    while (!Todo.empty() && Seen.size() < MaxBelow)
      for (SiteId At : T.sitesOf(Todo.pop_back_val())) {
        const Contract &C = T.contract(P[At]);
        if (C.What == Role::ToolkitLoop || C.What == Role::LoopRun || C.What == Role::IterateContext ||
            C.What == Role::QtThreadLoop || C.Blocking == Blocks::NestedLoop)
          return true;
        if (P[At].Callee && P[P[At].Callee].hasBody() && Seen.insert(P[At].Callee.Index).second)
          Todo.push_back(P[At].Callee);
      }
    return Seen.size() >= MaxBelow;
  }

  /// A thread that runs one function and ends, as opposed to what an event loop of a thread calls.
  bool plainThread(const EntryPoint &E) const {
    if (!E.Site)
      return !runsLoop(E.Function);
    for (const CallbackContract &B : T.contract(P[E.Site]).Callbacks)
      if (B.Runs == Thread::Worker)
        return !runsLoop(E.Function);
    return false;
  }

  void timer(SiteId Id, const Site &At) {
    auto Where = surest(S, P, Id, maskOf(Ctx::Worker));
    if (!Where || !At.Receiver || S.impl().H->ofValue(At.Caller, At.Receiver).Kind != HomeKind::Here)
      return;
    uint32_t Entry = S.entryOf(At.Caller, *Where);
    if (Entry != UINT32_MAX && plainThread(S.entries()[Entry]))
      report(Id, *Where, called(P, At) + " is called", ", which runs no event loop: the timer never fires",
             "post with a queued QMetaObject::invokeMethod(), or start a timer that lives on the main thread that way");
  }
};

} // namespace

void checkHandoffNotThreadSafe(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  Routes R{P, S, *S.impl().T, Out};
  for (SiteId Id : S.impl().T->sitesWith(Role::Post))
    if (ours(P, P[Id]))
      R.route(Id, P[Id], S.impl().T->contract(P[Id]));
  for (SiteId Id : S.impl().T->sitesWith(Role::StartsTimer))
    if (ours(P, P[Id]))
      R.timer(Id, P[Id]);
}

} // namespace offmain
