// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Stalls of the main loop: the GUI thread busy for longer than a limit, with what it was doing.
//
//   poll function of the loop ──▶ idle | busy since T     (the GUI thread: some stores a turn)
//   watchdog thread ──▶ busy for too long ──signal──▶ the GUI thread takes its own stack
//
// Nested loops poll as well, so they are no stalls. Before the first poll and after the loop has returned (it is not on
// the stack then) nothing is watched: start-up and clean-up are no stalls of a loop. Qt's own dispatcher says before it
// waits that it will (a signal, hooked), and waits in ppoll(); interposing that alone would take
// QProcess::waitForFinished() for the loop.
#ifndef OFFMAIN_RUNTIME_REPORTER_STALL_H
#define OFFMAIN_RUNTIME_REPORTER_STALL_H

#include "runtime/Shared.h"
#include <stdint.h>

namespace offmain::rt {

/// Limit in milliseconds; 0: stalls are not looked for. Before the GUI thread is known.
void setStallLimit(unsigned Milliseconds);
/// On the GUI thread, when it becomes known.
void watchMainLoop();
/// The loop of a toolkit without GLib says from `Pc` in its code that it is about to wait.
void loopWaits(uint64_t Pc);
/// The loop begins a turn.
void loopTurns(uint64_t Pc);

} // namespace offmain::rt

#endif
