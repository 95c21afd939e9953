// FLAGS: gtk3
// CHECKS: gdk-threads-deprecated
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The project's own macros for the lock: their uses go, and their definitions, for all units at once. A macro that posts calls
// GLib's function.
#include "ui.h"

static gboolean later(gpointer label) {
  ui_set_text(label, "later");
  return G_SOURCE_REMOVE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_window_set_title(GTK_WINDOW(window), UI_TITLE);
  GtkWidget *label = gtk_label_new("");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  ui_set_text(label, "now");
  g_idle_add(later, label);
  UI_LATER(later, label);
  UI_LOCK();
  gtk_main();
  UI_UNLOCK();
  return 0;
}
