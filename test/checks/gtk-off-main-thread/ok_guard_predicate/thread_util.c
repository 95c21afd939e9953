// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "thread_util.h"
#include <pthread.h>

static pthread_t ui_thread;

void threads_setup(void) { ui_thread = pthread_self(); }

gboolean on_ui_thread(void) { return pthread_equal(ui_thread, pthread_self()) != 0; }
