// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// main-thread-deadlock: the main thread waits for something that only the main thread can do. While it waits its loop
// does not run, and so neither do the idle callbacks, slots and handlers that would wake it
// (https://docs.gtk.org/glib/main-loop.html, https://doc.qt.io/qt-6/qt.html#ConnectionType-enum).
//
// Three shapes: the wake is called by main's own loop; or by a worker that itself waits for that loop before; or what
// is waited for is a thread that does so. The finding stands at the wait on main; its witness leads there, its
// counterpart to the other end.
#include "checks/Waits.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

namespace {

/// A call on a worker that returns only after the main loop has run what was posted to it.
struct NeedOfMain {
  SiteId Site;
  const Waiting *Wait; ///< null: a library's call that waits for its callback on main
  SiteId Waker;
};

struct Deadlocks {
  const Program &P;
  const Solution &S;
  const Tables &T;
  const Graph &G;
  const Waits &W;
  std::vector<Finding> &Out;
  /// What runs on main without being posted there by other threads. Made when it is asked for.
  std::unique_ptr<Contexts> Unposted;
  std::optional<std::vector<NeedOfMain>> Needs;

  bool onlyMain(ArrayRef<SiteId> Wakers) const;
  bool loopRunsBefore(SiteId Wait) const;
  bool iterates(SiteId Wait) const;
  bool wokenBefore(SiteId Wait, ArrayRef<SiteId> Wakers) const;
  void waitForItself(const Waiting &Wait, Ctx Where);
  ArrayRef<NeedOfMain> needs();
  void waitForThread(const Waiting &Wait, uint32_t Thread, bool Only);
  void waitForBlocked(const Waiting &Wait, Ctx Where);
  SiteId needBefore(SiteId Next);
  SiteId blockedOnTheWay(SiteId Waker, Ctx C);
  void addNeed(Finding &F, const NeedOfMain &Need) const;
  using WayToMain = DenseMap<uint32_t, SiteId>;
  std::optional<WayToMain> Ways;
  const WayToMain &waysToMain();
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

/// Something called before the wait has woken it, or the wait and the wake bracket what they protect, as a lock does.
bool Deadlocks::wokenBefore(SiteId Wait, ArrayRef<SiteId> Wakers) const {
  FunctionId Here = P[Wait].Caller;
  DenseSet<uint32_t> Wake, Seen;
  for (SiteId Waker : Wakers) {
    if (P[Waker].Caller == Here)
      return true;
    Wake.insert(P[Waker].Caller.Index);
  }
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
    if (Wake.contains(F.Index))
      return true;
    for (SiteId Site : T.sitesOf(F))
      if (!P[Site].is(SiteFlag::Virtual))
        Enter(P[Site].Callee);
    for (const Edge &E : G.from(F))
      if (Runs(E))
        Enter(E.To);
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
  if (Wakers.empty() || !onlyMain(Wakers) || loopRunsBefore(Wait.Site) || wokenBefore(Wait.Site, Wakers))
    return;
  auto Waker = nearest(S, P, Wakers, maskOf(Ctx::Handler));
  if (!Waker)
    return;
  const Site &At = P[Wait.Site], &Wake = P[Waker->first];
  Finding F = findingAt(P, S, Wait.Site, Where, "main-thread-deadlock", Level::Error,
                        called(P, At) + " on the main thread waits for " + W.describe(Wait) +
                            ", which only the main thread's own loop can wake");
  F.Sure = std::min(F.Sure, S.confidence(Wake.Caller, Waker->second));
  F.Counterpart = S.witness(Wake.Caller, Waker->second);
  F.Counterpart.push_back(
      {sourcePlace(P, Wake.At, Wake.End), "would be woken here, by " + called(P, Wake), P.name(Wake.Caller).str()});
  F.Advice = "do on the main thread at once what would be posted, or go on in a callback";
  Out.push_back(std::move(F));
}

/// Workers that post to main and wait. Where main wakes them without being asked to, as when it tells them to stop
/// before it joins them, there is no cycle.
ArrayRef<NeedOfMain> Deadlocks::needs() {
  if (Needs)
    return *Needs;
  Needs.emplace();
  Unposted = std::make_unique<Contexts>(G, Contexts::Search{.Unposted = S.impl().C.get()});
  for (const Waiting &Wait : W.waits()) {
    if (!(S.contextsAt(Wait.Site) & OffMainMask) || !W.threadsOf(Wait).empty())
      continue;
    auto Wakers = W.wakersOf(Wait);
    bool Posted = !Wakers.empty() && onlyMain(Wakers) &&
                  none_of(Wakers, [&](SiteId Waker) { return surest(S, P, Waker, MainMask, Unposted.get()); });
    if (Posted)
      Needs->push_back({Wait.Site, &Wait, Wakers.front()});
  }
  for (SiteId Site : T.sitesWithCallbacks()) {
    const Contract &C = T.contract(P[Site]);
    if (C.Blocking == Blocks::Unbounded && (S.contextsAt(Site) & OffMainMask) &&
        any_of(C.Callbacks, [](const CallbackContract &B) { return B.Runs == Thread::Main; }))
      Needs->push_back({Site, nullptr, SiteId()});
  }
  return *Needs;
}

void Deadlocks::addNeed(Finding &F, const NeedOfMain &Need) const {
  const Site &Blocked = P[Need.Site];
  std::string What =
      Need.Wait ? W.describe(*Need.Wait) + ", which only the main loop wakes" : "the main loop to run its callback";
  F.Counterpart.push_back(
      {sourcePlace(P, Blocked.At, Blocked.End), "waits here for " + What, P.name(Blocked.Caller).str()});
  if (!Need.Waker)
    return;
  const Site &Wake = P[Need.Waker];
  F.Related.push_back(
      {sourcePlace(P, Wake.At, Wake.End), "would be woken here, on the main thread", P.name(Wake.Caller).str()});
}

void Deadlocks::waitForThread(const Waiting &Wait, uint32_t Thread, bool Only) {
  if (needs().empty())
    return;
  // What the thread posts as its last act may join it.
  auto Where = surest(S, P, Wait.Site, MainMask, Unposted.get());
  if (!Where || iterates(Wait.Site))
    return;
  Contexts Below(G, Contexts::Search{.Entry = Thread});
  const NeedOfMain *Best = nullptr;
  Ctx In = Ctx::Worker;
  auto Key = [&](const NeedOfMain &N, Ctx C) {
    const Reached *R = Below.state(P[N.Site].Caller, C);
    return std::tuple(-int(R->Sure), R->Length, N.Site);
  };
  for (const NeedOfMain &N : needs())
    if (auto C = surest(S, P, N.Site, OffMainMask, &Below))
      if (!Best || Key(N, *C) < Key(*Best, In)) {
        Best = &N;
        In = *C;
      }
  if (!Best)
    return;
  const Site &At = P[Wait.Site];
  FunctionId Blocked = P[Best->Site].Caller;
  Finding F = findingAt(P, S, Wait.Site, *Where, "main-thread-deadlock", Level::Error,
                        called(P, At) + " on the main thread waits for a thread that waits for the main thread's loop",
                        Unposted.get());
  F.Sure = std::min({F.Sure, S.confidence(Blocked, In, &Below), Only ? Confidence::High : Confidence::Medium});
  F.Counterpart = S.witness(Blocked, In, &Below);
  addNeed(F, *Best);
  if (!Only)
    F.Assumptions.push_back("that this is the thread it waits for; others are kept in the same place");
  F.Advice = "have the thread say when it has ended and join it then, or tell it to stop asking before";
  Out.push_back(std::move(F));
}

/// Functions below which somebody waits for the main loop, by calls that are made before they return: the next call on
/// the way there.
const Deadlocks::WayToMain &Deadlocks::waysToMain() {
  if (Ways)
    return *Ways;
  Ways.emplace();
  SmallVector<FunctionId, 16> Work;
  auto Add = [&](FunctionId F, SiteId Next) {
    if (Ways->try_emplace(F.Index, Next).second)
      Work.push_back(F);
  };
  DenseMap<uint32_t, SmallVector<const Edge *, 4>> Into;
  for (const Edge &E : G.Edges)
    if (E.How == Hop::Same)
      Into[E.To.Index].push_back(&E);
  for (const NeedOfMain &N : needs())
    Add(P[N.Site].Caller, N.Site);
  for (size_t I = 0; I < Work.size(); ++I) {
    FunctionId F = Work[I];
    for (SiteId Call : T.directCallers(F))
      Add(P[Call].Caller, Call);
    if (auto It = Into.find(F.Index); It != Into.end())
      for (const Edge *E : It->second)
        Add(E->From, E->Site);
  }
  return *Ways;
}

/// A call in the function of Next that comes before it and waits for main, below it or itself.
SiteId Deadlocks::needBefore(SiteId Next) {
  FunctionId Here = P[Next].Caller;
  auto Leads = [&](FunctionId F) { return F && waysToMain().contains(F.Index); };
  for (SiteId Before : T.sitesOf(Here)) {
    bool Need =
        any_of(needs(), [&](const NeedOfMain &N) { return N.Site == Before; }) ||
        (!P[Before].is(SiteFlag::Virtual) && Leads(P[Before].Callee)) ||
        any_of(G.from(Here), [&](const Edge &E) { return E.Site == Before && E.How == Hop::Same && Leads(E.To); });
    if (Need && comesBefore(P, Before, Next))
      return Before;
  }
  return {};
}

/// The first call on the way to a wake, from the thread's entry on, that waits for main; none if there is none.
SiteId Deadlocks::blockedOnTheWay(SiteId Waker, Ctx C) {
  SiteId First, Next = Waker;
  const std::vector<Reached> &States = S.impl().C->states();
  for (const Reached *R = S.impl().C->state(P[Waker].Caller, C); R; R = &States[R->Previous]) {
    if (P[Next].Caller != R->Function)
      break; // a signal's connection
    if (SiteId Need = needBefore(Next))
      First = Need;
    if (R->Previous == UINT32_MAX || (maskOf(States[R->Previous].Context) & MainMask))
      break;
    Next = R->Site;
  }
  return First;
}

/// Who would wake the wait comes to it only after waiting for main.
void Deadlocks::waitForBlocked(const Waiting &Wait, Ctx Where) {
  auto Wakers = W.wakersOf(Wait);
  if (Wakers.empty() || needs().empty() || iterates(Wait.Site))
    return;
  std::optional<std::pair<SiteId, Ctx>> Waker = nearest(S, P, Wakers, OffMainMask);
  SiteId Need;
  for (SiteId Each : Wakers) {
    auto C = surest(S, P, Each, OffMainMask);
    SiteId Before = C && !(S.contextsAt(Each) & MainMask) ? blockedOnTheWay(Each, *C) : SiteId();
    if (!Before)
      return;
    if (Each == Waker->first)
      Need = Before;
  }
  const Site &At = P[Wait.Site], &Wake = P[Waker->first];
  Finding F = findingAt(P, S, Wait.Site, Where, "main-thread-deadlock", Level::Error,
                        called(P, At) + " on the main thread waits for " + W.describe(Wait) +
                            ", which a worker wakes only after waiting for the main thread's loop");
  F.Sure = std::min({F.Sure, S.confidence(Wake.Caller, Waker->second), Confidence::Medium});
  F.Assumptions.push_back("that the worker comes by that wait before it wakes this one");
  F.Counterpart = S.witness(Wake.Caller, Waker->second);
  F.Counterpart.push_back(
      {sourcePlace(P, Wake.At, Wake.End), "would wake it here, but before that:", P.name(Wake.Caller).str()});
  SiteId Call = Need;
  for (unsigned Depth = 0; Depth < 32; ++Depth) {
    auto N = find_if(needs(), [&](const NeedOfMain &X) { return X.Site == Call; });
    if (N != needs().end()) {
      addNeed(F, *N);
      break;
    }
    FunctionId Into;
    if (!P[Call].is(SiteFlag::Virtual) && P[Call].Callee && waysToMain().contains(P[Call].Callee.Index))
      Into = P[Call].Callee;
    for (const Edge &E : G.from(P[Call].Caller))
      if (!Into && E.Site == Call && E.How == Hop::Same && waysToMain().contains(E.To.Index))
        Into = E.To;
    if (!Into)
      break;
    F.Counterpart.push_back(
        {sourcePlace(P, P[Call].At, P[Call].End), "calls '" + P.name(Into).str() + "'", P.name(P[Call].Caller).str()});
    Call = waysToMain().find(Into.Index)->second;
  }
  F.Advice = "do not wait on the main thread for work that asks it something: go on in a callback";
  Out.push_back(std::move(F));
}

} // namespace

void checkMainThreadDeadlock(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  Waits W(P, S);
  Deadlocks D{P, S, *S.impl().T, *S.impl().Gr, W, Out, nullptr, std::nullopt, std::nullopt};
  for (const Waiting &Wait : W.waits()) {
    auto Where = surest(S, P, Wait.Site, MainMask);
    if (!Where)
      continue;
    auto Threads = W.threadsOf(Wait);
    if (Threads.empty()) {
      D.waitForItself(Wait, *Where);
      D.waitForBlocked(Wait, *Where);
    }
    for (uint32_t Thread : Threads)
      D.waitForThread(Wait, Thread, Threads.size() == 1);
  }
}

} // namespace offmain
