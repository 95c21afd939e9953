// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#define GTK_COMPILATION
#define GLIB_COMPILATION
#include <glib/gstrfuncs.h>
#include <gtk/gtkwidget.h>
void own_compilation(GtkWidget *w) { gtk_widget_show(w); g_free(g_strdup("x")); }
