// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UTIL_H
#define UTIL_H
#include <glib.h>

void rb_threads_init(void);
gboolean rb_is_main_thread(void);

#endif
