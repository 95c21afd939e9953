// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <gtk/gtk.h>
#define G_DISABLE_ASSERT
#undef G_TYPE_CHECK_INSTANCE_CAST
#define G_TYPE_CHECK_INSTANCE_CAST(i, t, c) ((c *)gtk_widget_get_parent((GtkWidget *)i))
void own_casts_after(GtkWidget *w) { gtk_label_set_text(GTK_LABEL(w), "x"); g_assert(w); }
