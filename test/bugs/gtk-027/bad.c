// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-027, libfm: the idle callback that shows how full the trash is returns early with the GDK lock held.
// CHECKS: gdk-lock
// CHAIN: update_trash_item
#include <gtk/gtk.h>


typedef struct {
  GtkListStore *store;
  GtkTreeIter trash;
  guint idle;
} PlacesModel;

static gboolean update_trash_item(gpointer data) {
  PlacesModel *model = data;
  GDK_THREADS_ENTER();
  GFile *file = g_file_new_for_uri("trash:///");
  GFileInfo *info = g_file_query_info(file, G_FILE_ATTRIBUTE_TRASH_ITEM_COUNT, 0, NULL, NULL);
  g_object_unref(file);
  if (!info)
    return FALSE; /* EXPECT: gdk-lock */
  gtk_list_store_set(model->store, &model->trash, 0, "full", -1);
  g_object_unref(info);
  model->idle = 0;
  GDK_THREADS_LEAVE();
  return FALSE;
}

static void on_trash_changed(GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, PlacesModel *model) {
  (void)monitor;
  (void)file;
  (void)other;
  (void)event;
  if (!model->idle)
    model->idle = g_idle_add(update_trash_item, model);
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  static PlacesModel model;
  model.store = gtk_list_store_new(1, G_TYPE_STRING);
  model.idle = g_idle_add(update_trash_item, &model);
  GFileMonitor *monitor = g_file_monitor_directory(g_file_new_for_uri("trash:///"), 0, NULL, NULL);
  g_signal_connect(monitor, "changed", G_CALLBACK(on_trash_changed), &model);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
