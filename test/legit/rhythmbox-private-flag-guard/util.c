// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "util.h"

static GPrivate private_is_primary_thread;

void rb_threads_init(void) { g_private_set(&private_is_primary_thread, GUINT_TO_POINTER(1)); }

gboolean rb_is_main_thread(void) { return GPOINTER_TO_UINT(g_private_get(&private_is_primary_thread)) == 1; }
