// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which mutexes a call is made under, and whether what another thread is waited for takes one of them. A mutex is the
// variable or field that holds it; a locker object stands for the mutex it was made with until it dies.
#ifndef OFFMAIN_CHECKS_MUTEXES_H
#define OFFMAIN_CHECKS_MUTEXES_H

#include "checks/Common.h"

namespace offmain {

class Mutexes {
public:
  Mutexes(const Program &P, const Solution &S) : P(P), S(S), T(*S.impl().T) {}

  /// Calls that took a mutex which the function of `At` still holds there, on some path.
  llvm::SmallVector<SiteId, 2> heldAt(SiteId At) const;
  /// The mutex that a locking call takes; 0 if it is none that has a name.
  Cell taken(SiteId Lock) const;
  /// The call that locks `Mutex` in F or in what F calls on the same thread; none if there is none.
  SiteId takenBelow(FunctionId F, Cell Mutex) const;

private:
  const Program &P;
  const Solution &S;
  const Tables &T;
};

} // namespace offmain

#endif
