// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which contexts each function is reached in, with the surest and then shortest chain to it.
//
// One search over (function, context) states, cheapest first by (confidence of the weakest step, whether a connection
// without context or a direct one is to blame, number of steps, ids): the first time a state is taken its chain is
// final, and ties are broken by ids, so the witness does not depend on the order of anything. Linear in edges times the
// contexts a function really has (mostly one or two). Methods whose calls on `this` depend on the object's class have a
// state for each set of classes it was met with, up to a few (Receivers.h).
#ifndef OFFMAIN_SOLVE_CONTEXTS_H
#define OFFMAIN_SOLVE_CONTEXTS_H

#include "solve/Graph.h"
#include <array>

namespace offmain {

/// How a state was reached.
struct Reached {
  FunctionId Function;
  Ctx Context;
  Confidence Sure;
  uint32_t Length;
  uint32_t Previous; ///< state before, UINT32_MAX: an entry
  uint32_t Via;      ///< entry index; edge index; or UINT32_MAX: the direct call at Site
  SiteId Site;
  uint32_t Connection; ///< number + 1 of the last connection on the chain that runs it on the wrong thread, or 0
  Receivers::Set On = Receivers::Any; ///< the classes of the object it runs on
};

class Contexts {
public:
  /// A search other than that for all threads that run.
  struct Search {
    /// Exact: for the lock. It begins where it is known whether the lock is held, and follows what is sure.
    LockView View = LockView::Usual;
    std::optional<uint32_t> Entry = std::nullopt; ///< begins with this entry alone (an index into Graph::Entries)
    const Contexts *Unposted = nullptr;           ///< leaves out what those that it found off main hand to main
    bool Queued = true;                           ///< follows what is queued to a main loop: there the lock is not held
  };
  explicit Contexts(const Graph &G);
  Contexts(const Graph &G, Search How);
  LockView view() const { return How.View; }
  const Graph &graph() const { return G; }

  /// The surest and shortest of F's states in C.
  const Reached *state(FunctionId F, Ctx C) const {
    return Masks[F.Index] & maskOf(C) ? &States[Index[unsigned(C)][F.Index]] : nullptr;
  }
  CtxMask mask(FunctionId F) const { return Masks[F.Index]; }
  /// Whether the call at S is made where its function is reached in C: not if all that is passed to it says no.
  bool reaches(SiteId S, Ctx C) const {
    uint32_t Test = G.Arguments.any(G.P[S].Caller) ? G.Arguments.bit(S) : 0;
    return !Test || (Passed.lookup(slot(G.P[S].Caller, C)) & Test);
  }
  const std::vector<CtxMask> &masks() const { return Masks; }
  llvm::ArrayRef<Reached> states() const { return States; }

private:
  static size_t slot(FunctionId F, Ctx C) { return size_t(F.Index) * size_t(Ctx::Count) + size_t(C); }
  /// What a state leads to, by the calls that are under one of these tests, or under none.
  struct Expansion {
    uint32_t State, Tests;
    bool Untested;
    uint32_t Length;
    Confidence Sure;
  };
  template <class Push> void expand(const Expansion &Of, Push Add) const;
  bool posts(const EntryPoint &E) const;
  const Graph &G;
  Search How;
  std::array<std::vector<uint32_t>, size_t(Ctx::Count)> Index; ///< by context that anything runs in, then by function: state
  llvm::DenseMap<size_t, uint32_t> Passed; ///< by state: tests of its parameters that a call which reaches it passes
  std::vector<CtxMask> Masks;
  std::vector<Reached> States;
};

} // namespace offmain

#endif
