// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// libfm: many threads report changes of a folder; queue_update posts one coalesced idle callback under a lock, with a reference of the
// folder, and the callback emits.
#include <gtk/gtk.h>

typedef struct {
  GObject parent_instance;
  guint idle_handler;
  GSList *changed;
} Folder;
typedef struct {
  GObjectClass parent_class;
} FolderClass;
GType folder_get_type(void);
G_DEFINE_TYPE(Folder, folder, G_TYPE_OBJECT)

static GMutex query_lock;
static guint changed_signal;

static void folder_class_init(FolderClass *klass) {
  changed_signal = g_signal_new("files-changed", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_POINTER);
}
static void folder_init(Folder *self) { (void)self; }

static gboolean on_idle(gpointer data) {
  Folder *folder = data;
  g_mutex_lock(&query_lock);
  GSList *changed = folder->changed;
  folder->changed = NULL;
  folder->idle_handler = 0;
  g_mutex_unlock(&query_lock);
  g_signal_emit(folder, changed_signal, 0, changed);
  g_slist_free_full(changed, g_free);
  return FALSE;
}

static void queue_update(Folder *folder) {
  if (!folder->idle_handler)
    folder->idle_handler = g_idle_add_full(G_PRIORITY_LOW, on_idle, g_object_ref(folder), g_object_unref);
}

static gpointer monitor_thread(gpointer data) {
  Folder *folder = data;
  g_mutex_lock(&query_lock);
  folder->changed = g_slist_prepend(folder->changed, g_strdup("a.txt"));
  queue_update(folder);
  g_mutex_unlock(&query_lock);
  return NULL;
}

static void on_files_changed(Folder *folder, GSList *files, GtkListStore *store) {
  (void)folder;
  for (; files; files = files->next) {
    GtkTreeIter iter;
    gtk_list_store_append(store, &iter);
    gtk_list_store_set(store, &iter, 0, files->data, -1);
  }
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkListStore *store = gtk_list_store_new(1, G_TYPE_STRING);
  Folder *folder = g_object_new(folder_get_type(), NULL);
  g_signal_connect(folder, "files-changed", G_CALLBACK(on_files_changed), store);
  g_thread_unref(g_thread_new("monitor-1", monitor_thread, folder));
  g_thread_unref(g_thread_new("monitor-2", monitor_thread, folder));
  gtk_main();
  return 0;
}
