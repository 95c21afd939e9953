// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The thread class's body.
#include "thread.h"

t_thread::t_thread(void *(*entry)(void *), void *argument) { pthread_create(&tid, nullptr, entry, argument); }

void t_thread::join() { pthread_join(tid, nullptr); }
