// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "app.h"

static GtkWidget *bar;

GtkWidget *window_build(void) {
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_label("Scan");
  bar = gtk_progress_bar_new();
  gtk_container_add(GTK_CONTAINER(box), bar);
  gtk_container_add(GTK_CONTAINER(box), button);
  gtk_container_add(GTK_CONTAINER(window), box);
  gtk_widget_show_all(window);
  return button;
}

void window_show_fraction(double fraction) {
  gtk_progress_bar_set_fraction(GTK_PROGRESS_BAR(bar), fraction); /* EXPECT: gtk-off-main-thread */
}
