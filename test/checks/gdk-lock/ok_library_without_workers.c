// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A library that takes the lock on the main thread only, around a dialog of its own in an idle callback. Where no program makes
// the lock, and the library's workers do not need it, GTK calls without it are right: low confidence.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

struct pane {
  GtkWidget *status;
};

static gboolean ask(gpointer data) {
  gdk_threads_enter();
  gtk_dialog_run(GTK_DIALOG(data));
  gdk_threads_leave();
  return FALSE;
}

static void on_mount_added(GVolumeMonitor *monitor, GMount *mount, gpointer data) {
  struct pane *pane = data;
  (void)monitor;
  (void)mount;
  gtk_label_set_text(GTK_LABEL(pane->status), "a disk came");
}

void pane_watch(struct pane *pane, GtkWidget *question) {
  g_idle_add(ask, question);
  g_signal_connect(g_volume_monitor_get(), "mount-added", G_CALLBACK(on_mount_added), pane);
}
