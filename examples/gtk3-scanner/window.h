// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The main window: a status line, a log, buttons.
#pragma once
#include <gtk/gtk.h>

typedef struct _Window Window;

Window *window_new(GtkApplication *application);
GtkWindow *window_get_toplevel(Window *self);
/// After the main loop has ended.
void window_free(Window *self);
