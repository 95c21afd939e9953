// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UI_H
#define UI_H
#include <gtk/gtk.h>

#define UI_TITLE "macros"
#define UI_LATER(fn, data) g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, (fn), (data), NULL)

void ui_set_text(GtkWidget *label, const char *text);

#endif
