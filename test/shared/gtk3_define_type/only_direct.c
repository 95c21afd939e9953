// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: it names _GtkWidget
#include <glib.h>
struct _GtkLabel;
typedef struct _GtkLabel GtkLabel;
typedef struct _GtkWidget GtkWidget;
void gtk_label_set_text(GtkLabel *label, const char *text);
extern void gtk_widget_show(GtkWidget *widget);
void own_direct(GtkLabel *l, GtkWidget *w) { gtk_label_set_text(l, "x"); gtk_widget_show(w); g_message("x"); }
