// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <gtk/gtk.h>
#undef G_LOG_DOMAIN
#define G_LOG_DOMAIN "after"
void own_after(GtkWidget *w) { g_return_if_fail(GTK_IS_WIDGET(w)); g_message("x"); }
