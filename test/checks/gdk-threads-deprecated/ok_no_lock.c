// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The modern form of the same program: no lock anywhere, work posted with GLib.
#include <gtk/gtk.h>

static gboolean show_text(gpointer label) {
  gtk_label_set_text(GTK_LABEL(label), "done");
  return G_SOURCE_REMOVE;
}

static gpointer worker(gpointer label) {
  g_idle_add(show_text, label);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *label = gtk_label_new("");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  g_thread_unref(g_thread_new("worker", worker, label));
  gtk_main();
  return 0;
}
