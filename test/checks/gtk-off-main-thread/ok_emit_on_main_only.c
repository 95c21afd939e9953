// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A worker and main both emit signals of the same class, but on different signals: the GTK handler hangs on the one that is
// only emitted from an idle callback.
#include <gtk/gtk.h>

typedef struct {
  GObject parent_instance;
} Indexer;
typedef struct {
  GObjectClass parent_class;
} IndexerClass;
GType indexer_get_type(void);
G_DEFINE_TYPE(Indexer, indexer, G_TYPE_OBJECT)

static guint hit_signal, finished_signal;
static int hits;

static void indexer_class_init(IndexerClass *klass) {
  hit_signal = g_signal_new("hit", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  finished_signal =
      g_signal_new("finished", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}
static void indexer_init(Indexer *self) { (void)self; }

static gboolean emit_finished(gpointer indexer) {
  g_signal_emit(indexer, finished_signal, 0);
  return G_SOURCE_REMOVE;
}

static gpointer index_thread(gpointer indexer) {
  g_signal_emit(indexer, hit_signal, 0);
  g_idle_add_full(G_PRIORITY_DEFAULT, emit_finished, g_object_ref(indexer), g_object_unref);
  return NULL;
}

static void on_hit(Indexer *indexer, gpointer data) {
  (void)indexer;
  (void)data;
  g_atomic_int_inc(&hits);
}

static void on_finished(Indexer *indexer, GtkLabel *label) {
  (void)indexer;
  gtk_label_set_text(label, "finished");
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *label = gtk_label_new("indexing");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  Indexer *indexer = g_object_new(indexer_get_type(), NULL);
  g_signal_connect(indexer, "hit", G_CALLBACK(on_hit), NULL);
  g_signal_connect(indexer, "finished", G_CALLBACK(on_finished), label);
  g_thread_unref(g_thread_new("index", index_thread, indexer));
  gtk_main();
  return 0;
}
