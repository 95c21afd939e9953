// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A worker that does use the GDK lock, but goes on after leaving it.
// CHECKS: gtk-off-main-thread
// CHAIN: import_thread
#include <gtk/gtk.h>

static GtkWidget *label, *button;

static gpointer import_thread(gpointer data) {
  (void)data;
  gdk_threads_enter();
  gtk_label_set_text(GTK_LABEL(label), "importing");
  gdk_threads_leave();
  gtk_widget_set_sensitive(button, TRUE); /* EXPECT: gtk-off-main-thread */
  return NULL;
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  label = gtk_label_new("");
  button = gtk_button_new_with_label("Import");
  gtk_container_add(GTK_CONTAINER(box), label);
  gtk_container_add(GTK_CONTAINER(box), button);
  gtk_container_add(GTK_CONTAINER(window), box);
  gtk_widget_show_all(window);
  g_thread_unref(g_thread_new("import", import_thread, GINT_TO_POINTER(argc > 1)));
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
