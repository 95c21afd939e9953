// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: GTK_DISABLE_DEPRECATED
#define GDK_DISABLE_DEPRECATED
#define GTK_DISABLE_DEPRECATED
#include <gtk/gtk.h>
void own_deprecated(GtkWidget *w) { gtk_widget_show(w); gdk_threads_enter(); }
