// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef THREAD_UTIL_H
#define THREAD_UTIL_H
#include <glib.h>

void threads_setup(void);
gboolean on_ui_thread(void);

#endif
