// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: it names _GtkWidget
#include <glib.h>
typedef struct { struct _GtkWidget *widget; struct _GtkWindow *window; } Own;
gpointer own_opaque(Own *o) { g_message("x"); return o->widget ? (gpointer)o->widget : o->window; }
