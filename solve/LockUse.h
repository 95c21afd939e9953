// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Whether and how a program uses its toolkit's global lock. A program that never does is spared the search for it.
#ifndef OFFMAIN_SOLVE_LOCKUSE_H
#define OFFMAIN_SOLVE_LOCKUSE_H

#include "solve/Graph.h"

namespace offmain {

struct LockUse {
  bool Takes = false;     ///< some call takes the lock
  bool Recursive = false; ///< the program replaces the lock's functions: taking it twice is taken to be legal
  bool Loops = false;     ///< the toolkit's loop is run here: not a library for other programs
  SiteId Init;            ///< the first call that makes the lock, or none
  explicit LockUse(const Tables &T);
  bool any() const { return Takes || Init; }
  /// The lock is made here, or by a program that is not seen: taking it does something.
  bool live() const { return Init || (Takes && !Loops); }
};

/// Of several programs in one database, those that make the lock: the functions that run in one of them. Empty: all do.
std::vector<bool> locking(const Graph &G);

/// By function: which can run below F before it returns, by direct calls and the edges of the graph; F itself too.
std::vector<bool> below(const Graph &G, FunctionId F);

} // namespace offmain

#endif
