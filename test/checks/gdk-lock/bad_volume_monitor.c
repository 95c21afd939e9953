// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Signals of GIO objects come from GLib's sources, without the lock.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GtkWidget *label;

static void on_mount_added(GVolumeMonitor *monitor, GMount *mount, gpointer data) {
  char *name = g_mount_get_name(mount);
  (void)monitor;
  (void)data;
  gtk_label_set_text(GTK_LABEL(label), name); /* EXPECT: gdk-lock */
  g_free(name);
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  g_signal_connect(g_volume_monitor_get(), "mount-added", G_CALLBACK(on_mount_added), NULL);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
