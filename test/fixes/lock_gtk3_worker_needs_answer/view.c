// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "view.h"

static gboolean tick(gpointer label) {
  gdk_threads_enter();
  gtk_widget_queue_draw(label);
  gdk_threads_leave();
  return G_SOURCE_REMOVE;
}

void view_watch(GtkWidget *label) { g_idle_add(tick, label); }
