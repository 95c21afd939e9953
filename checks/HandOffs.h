// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Calls that keep a callable, and what it refers to, beyond their own return: for a queue, a thread, or a connection.
// And whether a function can be over before such a callback is.
//
//   handOffs()  every such call, with the values it keeps      (from the models' callbacks and roles)
//   Waits       post ──▶ … ──▶ end of the function: is there a way without a wait for it in between?
//
// What waits is read off the models: joins, waits on an object, nested loops, and the program's own functions that do.
// Rejected: asking which event a wait is for. A function that hands off and then waits for something waits, in all code
// read for this, for what it handed off.
#ifndef OFFMAIN_CHECKS_HANDOFFS_H
#define OFFMAIN_CHECKS_HANDOFFS_H

#include "solve/Solve.h"

namespace offmain {

enum class HandOffKind : uint8_t { Queue, Thread, Connection };

struct HandOff {
  SiteId Site;
  HandOffKind Kind = HandOffKind::Queue;
  llvm::SmallVector<ValueId, 2> Callables;
  llvm::SmallVector<ValueId, 2> Data;      ///< user data, bound arguments
  llvm::SmallVector<ValueId, 2> Runnables; ///< objects of which a method is called, mostly the receiver's from then on
  ValueId Destroy;                         ///< destroy notify, or none
  ValueId Context;                         ///< the object without which the callback is not called, or none
  ValueId Sender;                          ///< whose signal it is, or the object that queues it, or none
};

/// All of the program, in order of their sites. Calls that wait for the callback themselves are none.
std::vector<HandOff> handOffs(const Program &P, const Solution &S);

class Waits {
public:
  Waits(const Program &P, const Solution &S);

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
