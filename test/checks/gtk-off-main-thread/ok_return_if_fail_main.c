// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// g_return_if_fail and g_return_val_if_fail on a thread test end the function on any other thread.
#include <gtk/gtk.h>

static GThread *gui;

static gboolean is_gui_thread(void) { return g_thread_self() == gui; }

static void set_title(GtkWindow *window, const char *title) {
  g_return_if_fail(is_gui_thread());
  gtk_window_set_title(window, title);
}

static int window_width(GtkWindow *window) {
  int width, height;
  g_return_val_if_fail(is_gui_thread(), -1);
  gtk_window_get_size(window, &width, &height);
  return width;
}

static gpointer measure_thread(gpointer window) {
  set_title(window, "measuring");
  return GINT_TO_POINTER(window_width(window));
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  gui = g_thread_self();
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_widget_show(window);
  set_title(GTK_WINDOW(window), "start");
  g_thread_unref(g_thread_new("measure", measure_thread, window));
  gtk_main();
  return 0;
}
