// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A worker that does its GTK work under the lock: only the deprecated calls are reported, not the GTK calls between them.
#include <gtk/gtk.h>

static GtkWidget *label;

static gpointer worker(gpointer data) {
  (void)data;
  gdk_threads_enter(); /* EXPECT: gdk-threads-deprecated */
  gtk_label_set_text(GTK_LABEL(label), "working");
  gdk_threads_leave(); /* EXPECT: gdk-threads-deprecated */
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  label = gtk_label_new("");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  g_thread_unref(g_thread_new("worker", worker, NULL));
  gtk_main();
  return 0;
}
