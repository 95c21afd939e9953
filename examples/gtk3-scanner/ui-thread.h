// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program's own way to the GTK thread.
#pragma once
#include <glib.h>

/// Remembers the calling thread as the one that may use GTK.
void ui_thread_init(void);
gboolean ui_thread_is_current(void);

/// Calls func(data) on the GTK thread: later, from its main loop. From any thread.
void ui_thread_post(void (*func)(gpointer), gpointer data, GDestroyNotify free_data);

/// Calls func(data) now when already there, else posts it.
void ui_thread_run(void (*func)(gpointer), gpointer data);
