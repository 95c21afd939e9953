// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "runtime/reporter/GdkLock.h"
#include "runtime/reporter/Stack.h"
#include <pthread.h>

namespace offmain::rt {

namespace {

thread_local unsigned Depth __attribute__((tls_model("initial-exec"))) = 0;

pthread_mutex_t Lock = PTHREAD_MUTEX_INITIALIZER; // not recursive, as GDK's is not

void take() {
  pthread_mutex_lock(&Lock);
  gdkLockTaken();
}

void give() {
  gdkLockGiven();
  pthread_mutex_unlock(&Lock);
}

} // namespace

bool gdkLockHeld() { return Depth != 0; }
void gdkLockTaken() { ++Depth; }
void gdkLockGiven() { Depth -= Depth != 0; }

void gdkLockMade() {
  using Function = void (*)();
  auto *TakeVariable = static_cast<Function *>(symbol("gdk_threads_lock", "libgdk-x11-2.0.so"));
  auto *GiveVariable = static_cast<Function *>(symbol("gdk_threads_unlock", "libgdk-x11-2.0.so"));
  if (!TakeVariable || !GiveVariable || *TakeVariable || *GiveVariable)
    return; // GTK 3, or the program has functions of its own
  *TakeVariable = take;
  *GiveVariable = give;
}

} // namespace offmain::rt
