// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// main-thread-deadlock: the main thread waits for something that only the main thread can do. While it waits its loop
// does not run, and so neither do the idle callbacks, slots and handlers that would wake it
// (https://docs.gtk.org/glib/main-loop.html, https://doc.qt.io/qt-6/qt.html#ConnectionType-enum).
//
// Three shapes: the wake is called by main's own loop; or by a worker that before it waits for that loop, or for the
// lock that main holds; or what is waited for is a thread that does so. The finding stands at the wait on main; its
// witness leads there, its counterpart to the other end.
#include "checks/MainNeeds.h"
#include "checks/WakeUps.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

namespace {

/// How a wait on main and what a thread needs close a cycle.
struct Cycle {
  const MainNeeds &Needs;
  const Contexts &Main; ///< the search that tells where the wait closes it
  Ctx Where;            ///< of the function of the wait
  bool Lock;            ///< what is needed is the lock that main holds there
};

struct Deadlocks {
  const Program &P;
  const Solution &S;
  const Solution::Impl &I;
  const Tables &T;
  const Graph &G;
  const WakeUps &W;
  std::vector<Finding> &Out;
  // Made when they are asked for.
  std::unique_ptr<Contexts> Unposted; ///< what runs on main without being posted there by other threads
  std::unique_ptr<MainNeeds> Loop, Lock;

  Deadlocks(const Program &P, const Solution &S, const WakeUps &W, std::vector<Finding> &Out)
      : P(P), S(S), I(S.impl()), T(*I.T), G(*I.Gr), W(W), Out(Out) {}

  bool onlyMain(ArrayRef<SiteId> Wakers) const;
  bool loopRunsBefore(SiteId Wait) const;
  bool iterates(SiteId Wait) const;
  DenseSet<uint32_t> calledBefore(SiteId Wait) const;
  bool askedFor(SiteId Wait, SiteId Waker, Ctx C, const DenseSet<uint32_t> &Before) const;
  void waitForItself(const Waiting &Wait, Ctx Where);
  const Contexts &unposted();
  const MainNeeds &needsOfLoop();
  const MainNeeds &needsOfLock();
  void waitForOthers(const Waiting &Wait, Ctx Where);
  bool waitForThread(const Waiting &Wait, uint32_t Thread, bool Only, const Cycle &By);
  bool waitForBlocked(const Waiting &Wait, const Cycle &By);
  Finding found(const Waiting &Wait, const Cycle &By, const std::string &What) const;
};

/// All of them are on main, and at least one is called by the running loop.
bool Deadlocks::onlyMain(ArrayRef<SiteId> Wakers) const {
  CtxMask All = 0;
  for (SiteId Waker : Wakers) {
    CtxMask Here = S.contextsAt(Waker);
    if (!Here || (Here & ~MainMask))
      return false;
    All |= Here;
  }
  return All & maskOf(Ctx::Handler);
}

/// The function of the wait runs the loop itself, so what is pending is dispatched.
bool Deadlocks::loopRunsBefore(SiteId Wait) const {
  return any_of(T.sitesOf(P[Wait].Caller), [&](SiteId Other) {
    const Contract &C = T.contract(P[Other]);
    bool Loop = C.What == Role::IterateContext || C.What == Role::ToolkitLoop || C.What == Role::LoopRun ||
                C.Blocking == Blocks::NestedLoop;
    return Loop && comesBefore(P, Other, Wait);
  });
}

/// `while (running) iterate(); join();`: what the thread asked for has been done.
bool Deadlocks::iterates(SiteId Wait) const {
  return any_of(T.sitesOf(P[Wait].Caller), [&](SiteId Other) {
    return T.contract(P[Other]).What == Role::IterateContext && comesBefore(P, Other, Wait);
  });
}

/// Functions that have run by the time of the wait: what its function calls before it, and below.
DenseSet<uint32_t> Deadlocks::calledBefore(SiteId Wait) const {
  FunctionId Here = P[Wait].Caller;
  DenseSet<uint32_t> Seen;
  SmallVector<FunctionId, 16> Work;
  auto Enter = [&](FunctionId F) {
    if (F && Seen.insert(F.Index).second)
      Work.push_back(F);
  };
  auto Runs = [](const Edge &E) { return E.How == Hop::Same || E.How == Hop::ToMainAuto; };
  for (SiteId Before : T.sitesOf(Here))
    if (comesBefore(P, Before, Wait))
      Enter(P[Before].Callee);
  for (const Edge &E : G.from(Here))
    if (Runs(E) && comesBefore(P, E.Site, Wait))
      Enter(E.To);
  // Run at once where the caller's thread is the one that is asked for.
  for (const EntryPoint &E : G.Entries)
    if (E.Site && P[E.Site].Caller == Here && comesBefore(P, E.Site, Wait) &&
        any_of(T.contract(P[E.Site]).Callbacks, [](const CallbackContract &C) { return C.Runs == Thread::Context; }))
      Enter(E.Function);
  constexpr size_t Enough = 2000;
  while (!Work.empty() && Seen.size() < Enough) {
    FunctionId F = Work.pop_back_val();
    for (SiteId Site : T.sitesOf(F))
      if (!P[Site].is(SiteFlag::Virtual))
        Enter(P[Site].Callee);
    for (const Edge &E : G.from(F))
      if (Runs(E))
        Enter(E.To);
  }
  return Seen;
}

/// Is the chain to the wake begun by what runs before the wait: a post, an emission?
bool Deadlocks::askedFor(SiteId Wait, SiteId Waker, Ctx C, const DenseSet<uint32_t> &Before) const {
  const Reached *R = I.C->state(P[Waker].Caller, C);
  while (R) {
    bool Begins = R->Previous == UINT32_MAX;
    if (SiteId From = Begins ? G.Entries[R->Via].Site : R->Site) {
      FunctionId F = P[From].Caller;
      if (F == P[Wait].Caller ? comesBefore(P, From, Wait) : Before.contains(F.Index))
        return true;
    }
    R = Begins ? nullptr : &I.C->states()[R->Previous];
  }
  return false;
}

/// The wake with the surest, then shortest chain among those that the running loop calls.
static std::optional<std::pair<SiteId, Ctx>> nearest(const Solution &S, const Program &P, ArrayRef<SiteId> Wakers,
                                                     CtxMask Wanted) {
  std::optional<std::pair<SiteId, Ctx>> Best;
  auto Key = [&](SiteId Site, Ctx C) {
    const Reached *R = S.impl().C->state(P[Site].Caller, C);
    return std::tuple(-int(R->Sure), R->Length, Site);
  };
  for (SiteId Waker : Wakers)
    if (auto C = surest(S, P, Waker, Wanted))
      if (!Best || Key(Waker, *C) < Key(Best->first, Best->second))
        Best = {Waker, *C};
  return Best;
}

/// Who would wake the wait is called by the loop that it keeps from running.
void Deadlocks::waitForItself(const Waiting &Wait, Ctx Where) {
  auto Wakers = W.wakersOf(Wait);
  if (Wakers.empty() || !onlyMain(Wakers) || loopRunsBefore(Wait.Site))
    return;
  // What has been woken before the wait is awake. And a wait and a wake in one function bracket what they protect, as a
  // lock does.
  FunctionId Here = P[Wait.Site].Caller;
  DenseSet<uint32_t> Before = calledBefore(Wait.Site);
  if (any_of(Wakers, [&](SiteId Waker) { return P[Waker].Caller == Here || Before.contains(P[Waker].Caller.Index); }))
    return;
  auto Waker = nearest(S, P, Wakers, maskOf(Ctx::Handler));
  if (!Waker)
    return;
  const Site &At = P[Wait.Site], &Wake = P[Waker->first];
  Finding F = findingAt(P, S, Wait.Site, Where, "main-thread-deadlock", Level::Error,
                        called(P, At) + " on the main thread waits for " + W.describe(Wait) +
                            ", which only the main thread's own loop can wake");
  F.Sure = std::min(F.Sure, S.confidence(Wake.Caller, Waker->second));
  // A helper that workers use as well, or one that asks for the wake itself, is surely meant to be woken by main.
  if (!(S.contexts(Here) & OffMainMask) && !askedFor(Wait.Site, Waker->first, Waker->second, Before)) {
    F.Sure = Confidence::Low;
    F.Assumptions.push_back("that no thread that is not seen here wakes it");
  }
  F.Counterpart = S.witness(Wake.Caller, Waker->second);
  F.Counterpart.push_back(
      {sourcePlace(P, Wake.At, Wake.End), "would be woken here, by " + called(P, Wake), P.name(Wake.Caller).str()});
  F.Advice = "do on the main thread at once what would be posted, or go on in a callback";
  Out.push_back(std::move(F));
}

const Contexts &Deadlocks::unposted() {
  if (!Unposted)
    Unposted = std::make_unique<Contexts>(G, Contexts::Search{.Unposted = I.C.get()});
  return *Unposted;
}

/// Workers that post to main and wait. Where main wakes them without being asked to, as when it tells them to stop
/// before it joins them, there is no cycle.
const MainNeeds &Deadlocks::needsOfLoop() {
  if (Loop)
    return *Loop;
  std::vector<NeedOfMain> Calls;
  for (const Waiting &Wait : W.waits()) {
    if (!(S.contextsAt(Wait.Site) & OffMainMask) || !W.threadsOf(Wait).empty())
      continue;
    auto Wakers = W.wakersOf(Wait);
    if (!Wakers.empty() && onlyMain(Wakers) &&
        none_of(Wakers, [&](SiteId Waker) { return surest(S, P, Waker, MainMask, &unposted()); }))
      Calls.push_back(
          {Wait.Site, "waits here for " + W.describe(Wait) + ", which only the main loop wakes", Wakers.front()});
  }
  for (SiteId Site : T.sitesWithCallbacks()) {
    const Contract &C = T.contract(P[Site]);
    if (C.Blocking == Blocks::Unbounded && (S.contextsAt(Site) & OffMainMask) &&
        any_of(C.Callbacks, [](const CallbackContract &B) { return B.Runs == Thread::Main; }))
      Calls.push_back({Site, "waits here for the main loop to run its callback", SiteId()});
  }
  llvm::sort(Calls, [](const NeedOfMain &A, const NeedOfMain &B) { return A.Site < B.Site; });
  Loop = std::make_unique<MainNeeds>(P, S, std::move(Calls));
  return *Loop;
}

/// Workers that take the global lock.
const MainNeeds &Deadlocks::needsOfLock() {
  if (Lock)
    return *Lock;
  std::vector<NeedOfMain> Calls;
  for (uint32_t N = 0; N < P.Sites.size(); ++N)
    if (T.contract(P.Sites[N]).lockChange(ToolkitLock) > 0 && ours(P, P.Sites[N]) &&
        surest(S, P, SiteId(N), OffMainMask & ~LockedMask))
      Calls.push_back({SiteId(N), "takes the GDK lock here", SiteId()});
  Lock = std::make_unique<MainNeeds>(P, S, std::move(Calls));
  return *Lock;
}

Finding Deadlocks::found(const Waiting &Wait, const Cycle &By, const std::string &What) const {
  Finding F = findingAt(P, S, Wait.Site, By.Where, "main-thread-deadlock", Level::Error,
                        called(P, P[Wait.Site]) + " on the main thread" + (By.Lock ? ", with the GDK lock held," : "") +
                            " waits for " + What,
                        &By.Main);
  if (By.Lock && !I.Lock->Init) {
    F.Sure = std::min(F.Sure, Confidence::Medium);
    F.Assumptions.push_back("that gdk_threads_init() is called, which is not seen");
  }
  F.Advice =
      By.Lock ? "give the lock up around the wait" : "go on in a callback, or have the thread stop asking before";
  return F;
}

bool Deadlocks::waitForThread(const Waiting &Wait, uint32_t Thread, bool Only, const Cycle &By) {
  Contexts Below(G, Contexts::Search{.Entry = Thread});
  CtxMask Wanted = By.Lock ? OffMainMask & ~LockedMask : OffMainMask;
  const NeedOfMain *Best = nullptr;
  Ctx In = Ctx::Worker;
  auto Key = [&](const NeedOfMain &N, Ctx C) {
    const Reached *R = Below.state(P[N.Site].Caller, C);
    return std::tuple(-int(R->Sure), R->Length, N.Site);
  };
  for (const NeedOfMain &N : By.Needs.calls())
    if (auto C = surest(S, P, N.Site, Wanted, &Below))
      if (!Best || Key(N, *C) < Key(*Best, In)) {
        Best = &N;
        In = *C;
      }
  if (!Best)
    return false;
  FunctionId Blocked = P[Best->Site].Caller;
  Finding F = found(Wait, By, By.Lock ? "a thread that takes it" : "a thread that waits for the main thread's loop");
  F.Sure = std::min({F.Sure, S.confidence(Blocked, In, &Below), Only ? Confidence::High : Confidence::Medium});
  F.Counterpart = S.witness(Blocked, In, &Below);
  By.Needs.append(F, *Best);
  if (!Only)
    F.Assumptions.push_back("that this is the thread it waits for; others are kept in the same place");
  if (loopRunsBefore(Wait.Site)) {
    F.Sure = Confidence::Low;
    F.Assumptions.push_back("that the thread is still at work when the main loop has ended");
  } else if (W.tasksAwaited(Wait, Completion(P, S))) {
    F.Sure = Confidence::Low;
    F.Assumptions.push_back("that a task is still at work: who gives the pool one waits for it");
  }
  Out.push_back(std::move(F));
  return true;
}

/// Who would wake the wait comes to it only after what needs main.
bool Deadlocks::waitForBlocked(const Waiting &Wait, const Cycle &By) {
  auto Wakers = W.wakersOf(Wait);
  auto Waker = nearest(S, P, Wakers, OffMainMask);
  SiteId Need;
  for (SiteId Each : Wakers) {
    auto C = surest(S, P, Each, OffMainMask);
    SiteId Before = C && !(S.contextsAt(Each) & MainMask) ? By.Needs.onTheWayTo(Each, *C) : SiteId();
    if (!Before)
      return false;
    if (Each == Waker->first)
      Need = Before;
  }
  if (!Need)
    return false;
  const Site &Wake = P[Waker->first];
  Finding F = found(Wait, By,
                    W.describe(Wait) + ", which a worker wakes only after " +
                        (By.Lock ? "taking it" : "waiting for the main thread's loop"));
  F.Sure = std::min({F.Sure, S.confidence(Wake.Caller, Waker->second), Confidence::Medium});
  F.Assumptions.push_back("that the worker comes by that before it wakes this wait");
  F.Counterpart = S.witness(Wake.Caller, Waker->second);
  F.Counterpart.push_back(
      {sourcePlace(P, Wake.At, Wake.End), "would wake it here, but before that:", P.name(Wake.Caller).str()});
  By.Needs.append(F, Need);
  Out.push_back(std::move(F));
  return true;
}

/// The thread that is waited for, or that would wake the wait, needs main.
void Deadlocks::waitForOthers(const Waiting &Wait, Ctx Where) {
  if (iterates(Wait.Site))
    return;
  auto Threads = W.threadsOf(Wait);
  auto Close = [&](const Cycle &By) {
    if (Threads.empty())
      return waitForBlocked(Wait, By);
    return any_of(Threads, [&](uint32_t Thread) { return waitForThread(Wait, Thread, Threads.size() == 1, By); });
  };
  if (!needsOfLoop().empty()) {
    // What a thread posts as its last act may join it.
    auto Unasked = Threads.empty() ? std::optional(Where) : surest(S, P, Wait.Site, MainMask, &unposted());
    if (Unasked && Close({needsOfLoop(), Threads.empty() ? *I.C : unposted(), *Unasked, false}))
      return;
  }
  if (I.Locked)
    if (auto Held = surest(S, P, Wait.Site, LockedMask & MainMask, I.Locked.get()))
      if (!needsOfLock().empty() && surest(S, P, Wait.Site, MainMask, &unposted()))
        Close({needsOfLock(), *I.Locked, *Held, true});
}

} // namespace

void checkMainThreadDeadlock(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  WakeUps W(P, S);
  Deadlocks D(P, S, W, Out);
  for (const Waiting &Wait : W.waits()) {
    auto Where = surest(S, P, Wait.Site, MainMask);
    if (!Where)
      continue;
    if (W.threadsOf(Wait).empty())
      D.waitForItself(Wait, *Where);
    D.waitForOthers(Wait, *Where);
  }
}

} // namespace offmain
