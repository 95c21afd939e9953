// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Calls that keep a callable, and what it refers to, beyond their own return: for a queue, a thread, or a connection.
// Read off the models' callbacks and roles. Whether they are done in time is for Completion.h.
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

} // namespace offmain

#endif
