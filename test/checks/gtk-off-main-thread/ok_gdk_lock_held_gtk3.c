// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A worker between gdk_threads_enter and leave is legal in GTK 3; that the lock is deprecated is another rule's affair.
// CHECKS: gtk-off-main-thread
#include <gtk/gtk.h>

static GtkWidget *label;

static gpointer tick(gpointer data) {
  (void)data;
  for (int i = 0; i < 10; i++) {
    char text[16];
    g_snprintf(text, sizeof text, "%d", i);
    gdk_threads_enter();
    gtk_label_set_text(GTK_LABEL(label), text);
    gdk_threads_leave();
    g_usleep(100000);
  }
  return NULL;
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gdk_threads_enter();
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  label = gtk_label_new("");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  g_thread_unref(g_thread_new("tick", tick, NULL));
  gtk_main();
  gdk_threads_leave();
  return 0;
}
