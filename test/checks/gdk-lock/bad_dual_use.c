// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One function for two callers: as an idle callback it has to take the lock, as a part of a handler it must not.
// CHECKS: gdk-lock
// CHAIN: on_leave -> clear_cache
#include <gtk/gtk.h>

static GtkWidget *label;

static guint pending;

static gboolean clear_cache(gpointer data) {
  (void)data;
  GDK_THREADS_ENTER(); /* EXPECT: gdk-lock */
  gtk_label_set_text(GTK_LABEL(label), "");
  pending = 0;
  GDK_THREADS_LEAVE();
  return FALSE;
}

static gboolean on_leave(GtkWidget *widget, GdkEventCrossing *event, gpointer data) {
  (void)widget;
  (void)event;
  if (pending)
    clear_cache(data);
  else
    pending = g_idle_add(clear_cache, NULL);
  return FALSE;
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  g_signal_connect(label, "leave-notify-event", G_CALLBACK(on_leave), NULL);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
