// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A GObject interface implemented by a class of the program: the pool's thread calls the interface method, the
// implementation (registered with G_IMPLEMENT_INTERFACE) touches a label.
// CHAIN: query_thread -> app_notifier_query_complete -> status_notifier_query_complete
#include "notifier.h"

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *label = gtk_label_new("searching");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  query_start(status_notifier_new(GTK_LABEL(label)));
  gtk_main();
  return 0;
}
