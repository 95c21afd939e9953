// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The project's own macros for the lock: one finding a use, at the use, none in the header; and none at a use that is not there.
#include "ui.h"

static gboolean later(gpointer label) {
  gtk_label_set_text(GTK_LABEL(label), "later");
  return G_SOURCE_REMOVE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *label = gtk_label_new("");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  ui_set_text(label, "now");
  UI_LATER(later, label); /* EXPECT: gdk-threads-deprecated */
  gtk_main();
  return 0;
}
