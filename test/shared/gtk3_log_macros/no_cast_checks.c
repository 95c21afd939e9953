// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: G_DISABLE_CAST_CHECKS
#define G_DISABLE_CAST_CHECKS
#include <gtk/gtk.h>
void own_casts(GtkWidget *w) { gtk_label_set_text(GTK_LABEL(w), "x"); }
