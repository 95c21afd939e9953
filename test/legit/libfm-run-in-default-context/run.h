// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef RUN_H
#define RUN_H
#include <glib.h>

gboolean run_in_default_main_context(GSourceFunc func, gpointer data);

#endif
