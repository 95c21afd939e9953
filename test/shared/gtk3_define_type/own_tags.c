// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: it names _GtkLabel
#include <glib.h>
struct _GtkLabel { int of_mine; };
struct _GObject { gpointer of_mine; };
typedef struct { struct _GtkLabel *label; struct _GObject *object; } Own;
int own_tags(Own *o) { g_message("x"); return o->label->of_mine + (o->object->of_mine != NULL); }
