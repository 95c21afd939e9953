// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A signal interrupts system calls, and some (sleeps, poll, waits with a time) then fail with EINTR whatever SA_RESTART
// says (signal(7)). A stall is looked at by a signal that the program knows nothing of: the call it was in is made
// again.
#ifndef OFFMAIN_RUNTIME_REPORTER_RESUME_H
#define OFFMAIN_RUNTIME_REPORTER_RESUME_H

#include <stdint.h>
#include <sys/types.h>
#include <ucontext.h>

namespace offmain::rt {

/// The system call a thread waits in.
struct Blocked {
  int64_t Number = -1; ///< -1: it waits in none
  uint64_t Arguments[6], Pc;
};

/// Asks the kernel (/proc/self/task/TID/syscall). Number is -1 as well where it does not tell.
Blocked blockedIn(pid_t Thread);
/// In the handler of the signal: has the interrupted call made again, if it is still the one that was seen and the
/// kernel does not do so itself. Sleeps go on for what is left of them; a poll's time begins anew.
void makeAgain(const Blocked &Call, ucontext_t &Context);

} // namespace offmain::rt

#endif
