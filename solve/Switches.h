// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Flags that are off while a thread runs:
//
//   set_ask_user(FALSE);  thread = spawn(search);  ...  join(thread);  set_ask_user(TRUE);
//
// Who writes this says that what stands under the flag is not for threads: `if (ask_user)` is then a test of the thread. The
// flag may be set in place or by a function that does nothing but keep its parameter there. Rejected: following the
// flag's value through time; between two statements of one function it is enough.
#ifndef OFFMAIN_SOLVE_SWITCHES_H
#define OFFMAIN_SOLVE_SWITCHES_H

#include "solve/Homes.h"
#include "llvm/ADT/DenseSet.h"

namespace offmain {

/// Pointers to functions that start-up code fills and nobody empties:
///
///   main() { set_loop(iterate_gtk); ... gtk_main(); }      if (loop) loop(); else g_main_context_iteration(NULL, TRUE);
///
/// Once the program runs, such a test is true. `Known`: where functions were found to run.
llvm::DenseSet<uint32_t> setAtStart(const Tables &T, const KnownContexts &Known);

/// The variables outside functions that are switched so around the start and the join of a thread.
llvm::DenseSet<uint32_t> switchedOffForThreads(const Tables &T);

} // namespace offmain

#endif
