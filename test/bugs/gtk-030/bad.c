// FLAGS: gtk3
// CONFIDENCE: low
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-030, libfm: the same for reloading a folder, queued when its monitor says so.
#include <gtk/gtk.h>

typedef struct {
  GObject parent;
  guint idle_reload_handler;
  int files;
} FmFolder;
typedef struct {
  GObjectClass parent;
} FmFolderClass;

GType fm_folder_get_type(void);
G_DEFINE_TYPE(FmFolder, fm_folder, G_TYPE_OBJECT)
G_LOCK_DEFINE_STATIC(query);

static void fm_folder_dispose(GObject *object) {
  FmFolder *folder = (FmFolder *)object;
  G_LOCK(query);
  if (folder->idle_reload_handler)
    g_source_remove(folder->idle_reload_handler);
  folder->idle_reload_handler = 0;
  G_UNLOCK(query);
  G_OBJECT_CLASS(fm_folder_parent_class)->dispose(object);
}
static void fm_folder_class_init(FmFolderClass *klass) { G_OBJECT_CLASS(klass)->dispose = fm_folder_dispose; }
static void fm_folder_init(FmFolder *folder) { folder->files = 0; }

static gboolean on_idle_reload(gpointer data) {
  FmFolder *folder = data;
  G_LOCK(query);
  if (g_source_is_destroyed(g_main_current_source())) {
    G_UNLOCK(query);
    return FALSE;
  }
  folder->idle_reload_handler = 0;
  folder->files = 0;
  G_UNLOCK(query);
  return FALSE;
}

static void queue_reload(FmFolder *folder) {
  G_LOCK(query);
  if (!folder->idle_reload_handler)
    folder->idle_reload_handler = g_idle_add_full(G_PRIORITY_LOW, on_idle_reload, folder, NULL); /* EXPECT(low): handoff-dangling-capture */
  G_UNLOCK(query);
}

static void on_folder_changed(GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gpointer data) {
  FmFolder *folder = data;
  (void)monitor, (void)file, (void)other;
  if (event == G_FILE_MONITOR_EVENT_PRE_UNMOUNT)
    queue_reload(folder);
}

static gpointer close_folder(gpointer data) {
  FmFolder *folder = data;
  g_object_unref(folder);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  FmFolder *folder = g_object_new(fm_folder_get_type(), NULL);
  GFileMonitor *monitor = g_file_monitor_directory(g_file_new_for_path("/"), 0, NULL, NULL);
  g_signal_connect(monitor, "changed", G_CALLBACK(on_folder_changed), folder);
  g_thread_new("closer", close_folder, folder);
  gtk_main();
  return 0;
}
