// FLAGS: gtk3
// CONFIDENCE: low
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-029, libfm: the folder's job thread queues an update without a reference and drops its own. dispose removes the source, but
// on that thread, while the main loop may be in the callback: the test under the lock comes too late.
#include <gtk/gtk.h>

typedef struct {
  GObject parent;
  guint idle_handler;
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
  if (folder->idle_handler)
    g_source_remove(folder->idle_handler);
  folder->idle_handler = 0;
  G_UNLOCK(query);
  G_OBJECT_CLASS(fm_folder_parent_class)->dispose(object);
}
static void fm_folder_class_init(FmFolderClass *klass) { G_OBJECT_CLASS(klass)->dispose = fm_folder_dispose; }
static void fm_folder_init(FmFolder *folder) { folder->files = 0; }

static gboolean on_idle(gpointer data) {
  FmFolder *folder = data;
  G_LOCK(query);
  if (g_source_is_destroyed(g_main_current_source())) {
    G_UNLOCK(query);
    return FALSE;
  }
  folder->idle_handler = 0;
  folder->files++;
  G_UNLOCK(query);
  return FALSE;
}

static void queue_update(FmFolder *folder) {
  if (!folder->idle_handler)
    folder->idle_handler = g_idle_add_full(G_PRIORITY_LOW, on_idle, folder, NULL); /* EXPECT(low): handoff-dangling-capture */
}

static gpointer run_job(gpointer data) {
  FmFolder *folder = data;
  G_LOCK(query);
  queue_update(folder);
  G_UNLOCK(query);
  g_object_unref(folder);
  return NULL;
}

static void open_folder(GtkButton *button, gpointer data) {
  (void)button;
  (void)data;
  FmFolder *folder = g_object_new(fm_folder_get_type(), NULL);
  g_thread_new("job", run_job, g_object_ref(folder));
  g_object_unref(folder);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_signal_connect(gtk_button_new(), "clicked", G_CALLBACK(open_folder), NULL);
  gtk_main();
  return 0;
}
