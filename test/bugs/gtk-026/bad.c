// FLAGS: gtk2
// CHECKS: handoff-*
// CONFIDENCE: low
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-026, libfm: an idle callback of the places model; the model removes it when it ends, but it ends on a thread that holds the
// GDK lock, while the main loop may have taken the source already.
#include <gtk/gtk.h>

typedef struct {
  GtkListStore parent;
  guint trash_idle;
} FmPlacesModel;
typedef struct {
  GtkListStoreClass parent;
} FmPlacesModelClass;

GType fm_places_model_get_type(void);
G_DEFINE_TYPE(FmPlacesModel, fm_places_model, GTK_TYPE_LIST_STORE)

static void fm_places_model_dispose(GObject *object) {
  FmPlacesModel *self = (FmPlacesModel *)object;
  if (self->trash_idle)
    g_source_remove(self->trash_idle);
  self->trash_idle = 0;
  G_OBJECT_CLASS(fm_places_model_parent_class)->dispose(object);
}
static void fm_places_model_class_init(FmPlacesModelClass *klass) { G_OBJECT_CLASS(klass)->dispose = fm_places_model_dispose; }
static void fm_places_model_init(FmPlacesModel *self) { self->trash_idle = 0; }

static gboolean update_trash_item(gpointer data) {
  FmPlacesModel *self = data;
  GtkTreeIter iter;
  if (gtk_tree_model_get_iter_first(GTK_TREE_MODEL(self), &iter))
    gtk_list_store_set(GTK_LIST_STORE(self), &iter, 0, "full", -1);
  self->trash_idle = 0;
  return FALSE;
}

static void on_trash_changed(FmPlacesModel *self) {
  if (!self->trash_idle)
    self->trash_idle = g_idle_add(update_trash_item, self); /* EXPECT(low): handoff-dangling-capture */
}

static gpointer close_places(gpointer data) {
  FmPlacesModel *self = data;
  gdk_threads_enter();
  g_object_unref(self);
  gdk_threads_leave();
  return NULL;
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  FmPlacesModel *model = g_object_new(fm_places_model_get_type(), NULL);
  on_trash_changed(model);
  g_thread_new("closer", close_places, model);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
