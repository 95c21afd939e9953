// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-128, Caja: the session client's idle and IO callbacks take the deprecated lock under GTK 3 as well. Reduced to both callbacks.
#include <gtk/gtk.h>

static gboolean idle_do_pending_events(gpointer data) {
  gdk_threads_enter(); /* EXPECT: gdk-threads-deprecated */
  gtk_widget_show(data);
  gdk_threads_leave(); /* EXPECT: gdk-threads-deprecated */
  return FALSE;
}

static gboolean process_ice_messages(GIOChannel *channel, GIOCondition condition, gpointer data) {
  (void)channel;
  gdk_threads_enter(); /* EXPECT: gdk-threads-deprecated */
  if (condition & G_IO_HUP)
    gtk_widget_hide(data);
  gdk_threads_leave(); /* EXPECT: gdk-threads-deprecated */
  return TRUE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GIOChannel *channel = g_io_channel_unix_new(0);
  g_io_add_watch(channel, G_IO_IN | G_IO_HUP, process_ice_messages, window);
  g_idle_add(idle_do_pending_events, window);
  gtk_main();
  return 0;
}
