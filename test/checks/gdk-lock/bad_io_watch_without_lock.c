// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An I/O watch takes the lock, but an early part of it does not.
// CHECKS: gdk-lock
// CHAIN: on_command -> raise_window
#include <gtk/gtk.h>

static GtkWidget *label;

static void raise_window(void) { gtk_window_present(GTK_WINDOW(gtk_widget_get_toplevel(label))); } /* EXPECT: gdk-lock */

static gboolean on_command(GIOChannel *source, GIOCondition condition, gpointer data) {
  gchar *line = NULL;
  (void)condition;
  (void)data;
  g_io_channel_read_line(source, &line, NULL, NULL, NULL);
  if (line && line[0] == 'r')
    raise_window();
  gdk_threads_enter();
  gtk_label_set_text(GTK_LABEL(label), line);
  gdk_threads_leave();
  g_free(line);
  return TRUE;
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  g_io_add_watch(g_io_channel_unix_new(0), G_IO_IN, on_command, NULL);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
