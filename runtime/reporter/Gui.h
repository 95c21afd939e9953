// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which thread is the GUI thread.
#ifndef OFFMAIN_RUNTIME_REPORTER_GUI_H
#define OFFMAIN_RUNTIME_REPORTER_GUI_H

#include <stdint.h>
#include <sys/types.h>

namespace offmain::rt {

/// What tells a thread: the value that %fs:0 holds, its own address.
inline uint64_t threadPointer() {
  uint64_t Pointer;
  __asm__("mov %%fs:0, %0" : "=r"(Pointer));
  return Pointer;
}

/// 0 while it is not known.
uint64_t guiThread();
pid_t guiThreadId();
/// The calling thread is it; told by `By`, the function that says so.
void setGuiThread(const char *By);
/// Libraries that were hooked since get to know it.
void tellLibraries();

} // namespace offmain::rt

#endif
