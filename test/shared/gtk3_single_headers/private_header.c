// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <gtk/gtk.h>
#include <glib/gi18n.h>
const char *own_text(GtkWidget *w) { gtk_widget_show(w); return _("x"); }
