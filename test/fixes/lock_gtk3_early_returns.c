// FLAGS: gtk3
// RUN: some
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The lock is given back on each path: each of them loses it, and what has a return keeps its braces.
#include <gtk/gtk.h>

static guint left = 10;

static gboolean fade(gpointer window) {
  gdk_threads_enter();
  if (!gtk_widget_get_visible(GTK_WIDGET(window))) {
    gdk_threads_leave();
    return FALSE;
  }

  gtk_widget_set_opacity(GTK_WIDGET(window), left / 10.0);
  if (--left == 0) {
    gtk_widget_hide(GTK_WIDGET(window));

    gdk_threads_leave();

    return FALSE;
  } else if (left == 5)
    gtk_window_set_title(GTK_WINDOW(window), "half");
  gdk_threads_leave();
  return TRUE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_widget_show_all(window);
  g_timeout_add(100, fade, window);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
