// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Who waits for what, and who lets it go on: waits and wakes are matched by the object (a variable, a field, where it
// was made), as values flow, never by name. A wait can also stand for a thread that ends (a join, a future).
//
//   cond.wait()      ─ on ─▶  field 'Runner::Ran'  ◀─ on ─  cond.notify_one()
//   future.get()     ─ on ─▶  local, promise       ◀─ on ─  promise.set_value()
//   g_thread_join(t) ─ on ─▶  made by g_thread_new(): the thread that begins there
#ifndef OFFMAIN_CHECKS_WAKEUPS_H
#define OFFMAIN_CHECKS_WAKEUPS_H

#include "checks/Common.h"
#include "checks/Completion.h"
#include "checks/HandOffs.h"

namespace offmain {

/// An object as far as values tell which: the cells that hold it and the calls that make it, both sorted.
struct SharedObject {
  llvm::SmallVector<Cell, 4> Cells;
  llvm::SmallVector<SiteId, 4> Made;
  bool meets(const SharedObject &Other) const;
};

struct Waiting {
  SiteId Site;
  SharedObject On;
};

class WakeUps {
public:
  WakeUps(const Program &P, const Solution &S);

  /// Calls that return only when somebody else acts, in code that runs.
  llvm::ArrayRef<Waiting> waits() const { return AllWaits; }
  llvm::SmallVector<SiteId, 4> wakersOf(const Waiting &W) const;
  /// The threads that W waits for the end of: indices into Solution::entries().
  llvm::SmallVector<uint32_t, 4> threadsOf(const Waiting &W) const;
  /// Everybody who gives the pool that W waits for a task waits for that task himself.
  bool tasksAwaited(const Waiting &W, const Completion &Of) const;
  /// "'Runner::Ran'": what is waited for, for messages.
  std::string describe(const Waiting &W) const;

private:
  bool endless(const Site &At, const Contract &C) const;
  SharedObject objectOf(FunctionId Frame, ValueId V) const;
  bool startsWaitedThread(const EntryPoint &E, const Waiting &W) const;

  const Program &P;
  const Solution &S;
  const Tables &T;
  std::vector<Waiting> AllWaits, AllWakes;
};

/// Is there a path through the function of both on which A comes before B, and none of `Without` between them?
bool comesBefore(const Program &P, SiteId A, SiteId B, llvm::ArrayRef<SiteId> Without = {});

} // namespace offmain

#endif
