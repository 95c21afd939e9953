// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Whether a function can be over before a callback that it handed off is.
//
//   post ──▶ … ──▶ end of the function: is there a way without a wait for it in between?
//
// What waits is read off the models: joins, waits on an object, nested loops, and the program's own functions that do.
// Rejected: asking which event a wait is for. A function that hands off and then waits for something waits, in all code
// read for this, for what it handed off.
#ifndef OFFMAIN_CHECKS_COMPLETION_H
#define OFFMAIN_CHECKS_COMPLETION_H

#include "solve/Solve.h"

namespace offmain {

class Completion {
public:
  Completion(const Program &P, const Solution &S);

  /// Whether the function of `After` can end after that call without having waited or taken the callback back. A loop
  /// that tests one of `Watched` (cells) waits for it.
  bool canReturnFirst(SiteId After, llvm::ArrayRef<Cell> Watched) const;
  /// Whether anything that waits is reachable after the call at all.
  bool mayWaitAfter(SiteId After) const;
  /// A call that waits for an object: a join, a condition, a future, a nested loop; or that takes a callback back.
  bool waits(const Site &At) const;
  /// F, or a function it calls, does so.
  bool functionWaits(FunctionId F) const { return Waiting[F.Index]; }

  /// The call waits, not what it calls in the program.
  bool waitsItself(const Site &At) const;

private:
  struct Search;
  bool isThread(RecordId R) const;
  bool mentions(ValueId V, llvm::ArrayRef<Cell> Watched, unsigned Depth = 0) const;
  const Program &P;
  const Tables &T;
  std::vector<bool> Waiting; ///< by function
  llvm::DenseSet<uint32_t> WaitingValues; ///< calls through a value that reach one that waits
};

} // namespace offmain

#endif
