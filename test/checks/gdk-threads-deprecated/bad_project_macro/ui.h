// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UI_H
#define UI_H
#include <gtk/gtk.h>

#define UI_LOCK() gdk_threads_enter()
#define UI_UNLOCK() gdk_threads_leave()
#define UI_LATER(fn, data) gdk_threads_add_idle_full(G_PRIORITY_DEFAULT_IDLE, (fn), (data), NULL)

void ui_set_text(GtkWidget *label, const char *text);

#endif
