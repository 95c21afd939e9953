// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <gtk/gtk.h>
#include "counter.h"
typedef struct { GtkWindow parent; OwnCounter *counter; } OwnWindow;
typedef struct { GtkWindowClass parent; } OwnWindowClass;
G_DEFINE_TYPE_WITH_CODE(OwnWindow, own_window, GTK_TYPE_WINDOW, gtk_init(NULL, NULL))
static void own_window_init(OwnWindow *self) { self->counter = g_object_new(OWN_TYPE_COUNTER, NULL); }
static void own_window_class_init(OwnWindowClass *klass) { (void)klass; }
