// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "solve/Contexts.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

using namespace llvm;

namespace offmain {

/// States of one function in one context; one more is met with any object.
static constexpr size_t MaxObjects = 4;

/// The edge is a virtual call, and no more.
static bool onObject(const Edge &E) { return E.Site && E.How == Hop::Same && !E.Emission && !E.Path && !E.Connection; }

template <class Push> void Contexts::expand(const Expansion &Of, Push Add) const {
  const Tables &T = G.T;
  const Program &P = G.P;
  const uint32_t StateIndex = Of.State;
  const Reached From = States[StateIndex];
  const bool Tests = G.Arguments.any(From.Function);
  auto Wanted = [&](SiteId S) {
    uint32_t Test = Tests && P[S].Caller == From.Function ? G.Arguments.bit(S) : 0;
    return Test ? (Test & Of.Tests) != 0 : Of.Untested;
  };
  auto Take = [&](FunctionId To, Ctx C, Confidence Sure, SiteId Site, uint32_t Via, uint32_t Connection) {
    // What an object does while it dies is no longer "a handler that should return soon": waiting for one's own
    // threads belongs there.
    if (G.Destructors[To.Index] && (C == Ctx::Handler || C == Ctx::HandlerLocked))
      C = withLock(Ctx::Startup, C == Ctx::HandlerLocked);
    auto On = Via == UINT32_MAX || onObject(G.Edges[Via]) ? G.Objects.called(Site, From.On, To) : Receivers::Any;
    if (On)
      Add(Reached{To, C, std::min(Sure, Of.Sure), Of.Length + 1, StateIndex, Via, Site, Connection, *On});
  };
  if (T.contract(From.Function).What == Role::Ignore)
    return;
  for (SiteId S : T.sitesOf(From.Function)) {
    const Site &At = P[S];
    if (!At.Callee || At.is(SiteFlag::Virtual))
      continue;
    if (!G.Enterable[At.Callee.Index] || !Wanted(S))
      continue;
    if (auto C = G.G.at(S).through(From.Context, view()))
      Take(At.Callee, *C, Confidence::High, S, UINT32_MAX, From.Connection);
  }
  for (const Edge &E : G.from(From.Function)) {
    auto C = E.State.through(From.Context, view());
    if (!C || !Wanted(E.Site))
      continue;
    auto After = hop(E.How, *C);
    if (!After || (How.Unposted && (maskOf(*After) & MainMask) && !(maskOf(*C) & MainMask)))
      continue;
    bool Anew = E.How != Hop::Same && *After != *C && (maskOf(*After) & MainMask);
    if ((Anew || E.How == Hop::ToHandler) && !How.Queued)
      continue;
    bool Posted = *After != *C || E.How == Hop::ToHandler || E.How == Hop::ToWorker;
    Take(E.To, *After, E.Sure, E.Site, uint32_t(&E - G.Edges.data()),
         G.misrun(E.Connection, *After, Posted ? 0 : From.Connection));
  }
}

/// Is E handed to main by code that runs elsewhere?
bool Contexts::posts(const EntryPoint &E) const {
  return How.Unposted && E.Site && (maskOf(E.Context) & MainMask) && (How.Unposted->mask(G.P[E.Site].Caller) & OffMainMask);
}

Contexts::Contexts(const Graph &G) : Contexts(G, Search()) {}

Contexts::Contexts(const Graph &G, Search How) : G(G), How(How) {
  size_t N = G.P.Functions.size();
  Masks.assign(N, 0);
  // Index holds the state taken, before that the best rank seen (so that hopeless candidates are not queued), with this bit.
  constexpr uint32_t Open = 1u << 31;
  auto Known = [&](const Reached &R) -> uint32_t & {
    auto &Of = Index[unsigned(R.Context)];
    if (Of.empty())
      Of.assign(N, UINT32_MAX);
    return Of[R.Function.Index];
  };
  // By rank. A step never makes a chain surer and makes it longer, so what is found goes to later ranks, but for a step that leaves
  // a connection behind. Sorting each rank once is what a priority queue would do step by step, with a cache miss a step.
  std::map<uint32_t, std::vector<Reached>> Queue;
  auto Slot = [&](const Reached &R) { return slot(R.Function, R.Context); };
  DenseMap<size_t, SmallVector<uint32_t, MaxObjects>> More; // by slot, where objects are told apart: all states taken
  auto Taken = [&](const Reached &R) {
    bool Any = !(Known(R) & Open);
    if (!Any || !G.Objects.matters(R.Function))
      return Any;
    return any_of(More[Slot(R)], [&](uint32_t S) { return G.Objects.covers(States[S].On, R.On); });
  };
  // States to which another call has come that passes more of their tests.
  std::vector<Expansion> Late;
  auto NotePassed = [&](const Reached &R) {
    uint32_t &Passes = Passed[Slot(R)], Before = Passes;
    if (Passes == UINT32_MAX)
      return;
    bool Call = R.Previous != UINT32_MAX && R.Via == UINT32_MAX;
    Passes |= Call ? G.Arguments.passed(R.Site) : UINT32_MAX;
    uint32_t New = Passes & ~Before, State = Known(R);
    if (!New || (State & Open))
      return;
    auto Again = [&](uint32_t State) {
      Late.push_back({State, New, false, std::max(R.Length, States[State].Length), std::min(R.Sure, States[State].Sure)});
    };
    if (G.Objects.matters(R.Function))
      for_each(More[Slot(R)], Again);
    else
      Again(State);
  };
  auto Push = [&](const Reached &R) {
    if (G.Arguments.any(R.Function))
      NotePassed(R);
    uint32_t Rank = (uint32_t(2 - int(R.Sure)) << 28) | (R.Connection ? 1u << 27 : 0) |
                    std::min<uint32_t>(R.Length, (1u << 27) - 1);
    if (Taken(R))
      return;
    if (!G.Objects.matters(R.Function)) {
      uint32_t &Best = Known(R);
      if (Best < (Open | Rank))
        return;
      Best = Open | Rank;
    }
    Queue[Rank].push_back(R);
  };
  for (uint32_t I = 0; I < G.Entries.size(); ++I) {
    const EntryPoint &E = G.Entries[I];
    if ((How.Entry && *How.Entry != I) || posts(E))
      continue;
    if (view() == LockView::Exact && E.Lock == AtEntry::Unknown)
      continue;
    Ctx Begins = view() == LockView::Exact ? withLock(E.Context, E.Lock == AtEntry::Held) : E.Context;
    Push({E.Function, Begins, G.EntrySure[I], 0, UINT32_MAX, I, E.Site, G.misrun(E.Connection, Begins, 0)});
  }
  while (!Queue.empty()) {
    uint32_t Rank = Queue.begin()->first;
    std::vector<Reached> Level = std::move(Queue.begin()->second);
    Queue.erase(Queue.begin());
    auto Key = [](const Reached &X) {
      return std::tuple(X.Function.Index, int(X.Context), X.Site.Index, X.Via, X.Previous);
    };
    llvm::sort(Level, [&](const Reached &A, const Reached &B) { return Key(A) < Key(B); });
    for (size_t I = 0; I < Level.size(); ++I) {
      if (!Queue.empty() && Queue.begin()->first < Rank) {
        auto &Rest = Queue[Rank];
        Rest.insert(Rest.end(), Level.begin() + I, Level.end());
        break;
      }
      Reached R = Level[I];
      if (Taken(R))
        continue;
      if (uint32_t &State = Known(R); State & Open)
        State = States.size();
      if (G.Objects.matters(R.Function)) {
        auto &All = More[Slot(R)];
        if (All.size() >= MaxObjects)
          R.On = Receivers::Any;
        All.push_back(States.size());
      }
      Masks[R.Function.Index] |= maskOf(R.Context);
      States.push_back(R);
      Late.push_back({uint32_t(States.size() - 1), G.Arguments.any(R.Function) ? Passed.lookup(Slot(R)) : 0, true,
                      R.Length, R.Sure});
      while (!Late.empty()) {
        Expansion Next = Late.back();
        Late.pop_back();
        expand(Next, Push);
      }
    }
  }
}

} // namespace offmain
