// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef UI_H
#define UI_H
#include <gtk/gtk.h>

/* Every thread takes the lock around GTK. */
#ifdef WITHOUT_THREADS
#define UI_LOCK()
#define UI_UNLOCK()
#else
#define UI_LOCK() gdk_threads_enter()
#define UI_UNLOCK() \
  do { \
    gdk_threads_leave(); \
  } while (0)
#endif

#define UI_TITLE "macros"
#define UI_LATER(fn, data) gdk_threads_add_idle_full(G_PRIORITY_DEFAULT_IDLE, (fn), (data), NULL)

void ui_set_text(GtkWidget *label, const char *text);

#endif
