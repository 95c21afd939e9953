// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The global lock of GTK 2 and 3, under which other threads may call them
// (https://docs.gtk.org/gdk3/func.threads_enter.html).
#ifndef OFFMAIN_RUNTIME_REPORTER_GDKLOCK_H
#define OFFMAIN_RUNTIME_REPORTER_GDKLOCK_H

namespace offmain::rt {

/// Does the calling thread hold it?
bool gdkLockHeld();
void gdkLockTaken();
void gdkLockGiven();
/// Before the program makes the lock (gdk_threads_init). GTK 2's macros GDK_THREADS_ENTER and GDK_THREADS_LEAVE do not
/// call a function of GDK but what two of its variables hold; as a program may, the checker puts a lock of its own
/// there, which counts.
void gdkLockMade();

} // namespace offmain::rt

#endif
