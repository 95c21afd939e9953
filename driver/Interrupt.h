// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What must not outlive an interrupted run: worker processes and half-written files.
//
// The handler does all the work itself (kill, unlink, _exit): the run has no point at which it would look at a flag
// while it links or solves. Everything it touches is a fixed array of atomics.
#ifndef OFFMAIN_DRIVER_INTERRUPT_H
#define OFFMAIN_DRIVER_INTERRUPT_H

#include "llvm/ADT/StringRef.h"
#include <sys/types.h>

namespace offmain::interrupt {

/// SIGINT, SIGTERM and SIGHUP from here on end the process with exit code 130; a closed pipe and a file that may not
/// grow become errors of write().
void install();

/// Processes to be killed.
void addChild(pid_t Child);
void removeChild(pid_t Child);

/// A file to be removed; at most one at a time. "" for none.
void setTemporaryFile(llvm::StringRef Path);

} // namespace offmain::interrupt

#endif
