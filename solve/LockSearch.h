// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where the lock of an interpreter is held: a search of its own, made only for programs that speak of it.
//
//   Guards, Graph for that lock ─▶ Contexts from what surely begins with it (functions that the interpreter calls) or
//   without it (threads of the program's own) ─▶ is every main loop entered without it? then so are its handlers ─▶
//   Contexts
//
// The toolkits' lock shares the graph of the threads. This one has its own, because a call can change both locks, and
// each edge of a graph keeps how one lock stands.
#ifndef OFFMAIN_SOLVE_LOCKSEARCH_H
#define OFFMAIN_SOLVE_LOCKSEARCH_H

#include "solve/Contexts.h"
#include "llvm/ADT/DenseSet.h"

namespace offmain {

class LockSearch {
public:
  /// Whether anything in the program takes the interpreter's lock or needs it.
  static bool wanted(const Tables &T);

  /// `Usual`: the search for threads.
  LockSearch(const Tables &T, Flow &F, const Homes &H, const KnownContexts &Known, const ArgumentTests &Arguments,
             const llvm::DenseSet<uint32_t> &GuiThreads, const Contexts &Usual);

  const Guards &guards() const { return G; }
  const Graph &graph() const { return Gr; }
  const Contexts &contexts() const { return *C; }
  /// Handlers of the main loop surely begin without the lock.
  bool freeHandlers() const { return FreeHandlers; }
  /// A main() of the program starts the interpreter itself.
  bool embeds() const { return Embeds; }

private:
  bool loopsAreFree(const Tables &T, const Contexts &Usual) const;

  Guards G;
  Graph Gr;
  std::unique_ptr<Contexts> C;
  bool FreeHandlers = false, Embeds = false;
};

} // namespace offmain

#endif
