// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-063, fixed: the handlers take the lock and have a single exit.
// CHECKS: gdk-lock
#include <gtk/gtk.h>


typedef struct {
  GHashTable *volumes;
  GtkWidget *list;
} Manager;

static void add_volume(Manager *mgr, GVolume *volume) {
  char *name = g_volume_get_name(volume);
  if (!g_hash_table_contains(mgr->volumes, volume)) {
    GtkWidget *source = gtk_label_new(name);
    g_hash_table_insert(mgr->volumes, volume, source);
    gtk_container_add(GTK_CONTAINER(mgr->list), source);
  }
  g_free(name);
}

static void volume_added_cb(GVolumeMonitor *monitor, GVolume *volume, Manager *mgr) {
  (void)monitor;
  gdk_threads_enter();
  add_volume(mgr, volume);
  gdk_threads_leave();
}

static void mount_removed_cb(GVolumeMonitor *monitor, GMount *mount, Manager *mgr) {
  (void)monitor;
  gdk_threads_enter();
  GtkWidget *source = g_hash_table_lookup(mgr->volumes, mount);
  if (source != NULL)
    gtk_widget_destroy(source);
  gdk_threads_leave();
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  static Manager mgr;
  mgr.volumes = g_hash_table_new(NULL, NULL);
  mgr.list = gtk_list_box_new();
  GVolumeMonitor *monitor = g_volume_monitor_get();
  g_signal_connect(monitor, "volume-added", G_CALLBACK(volume_added_cb), &mgr);
  g_signal_connect(monitor, "mount-removed", G_CALLBACK(mount_removed_cb), &mgr);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
