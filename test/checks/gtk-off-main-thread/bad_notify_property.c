// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The worker sets a property of a plain object; its set_property notifies, and a notify handler connected with a detail
// touches GTK. The other property's handler is reached from main only.
// CHAIN: load_thread -> on_progress_changed
#include <gtk/gtk.h>

typedef struct {
  GObject parent_instance;
  double progress;
  char *title;
} Document;
typedef struct {
  GObjectClass parent_class;
} DocumentClass;
GType document_get_type(void);
G_DEFINE_TYPE(Document, document, G_TYPE_OBJECT)

enum { PROP_0, PROP_PROGRESS, PROP_TITLE };

static void document_set_property(GObject *object, guint id, const GValue *value, GParamSpec *pspec) {
  Document *self = (Document *)object;
  switch (id) {
  case PROP_PROGRESS:
    self->progress = g_value_get_double(value);
    break;
  case PROP_TITLE:
    g_free(self->title);
    self->title = g_value_dup_string(value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
  }
}

static void document_class_init(DocumentClass *klass) {
  GObjectClass *object_class = G_OBJECT_CLASS(klass);
  object_class->set_property = document_set_property;
  g_object_class_install_property(object_class, PROP_PROGRESS,
                                  g_param_spec_double("progress", NULL, NULL, 0, 1, 0, G_PARAM_WRITABLE));
  g_object_class_install_property(object_class, PROP_TITLE,
                                  g_param_spec_string("title", NULL, NULL, NULL, G_PARAM_WRITABLE));
}
static void document_init(Document *self) { (void)self; }

static gpointer load_thread(gpointer data) {
  for (int page = 0; page < 10; page++)
    g_object_set(data, "progress", page / 10.0, NULL);
  return NULL;
}

static void on_progress_changed(GObject *object, GParamSpec *pspec, gpointer bar) {
  (void)pspec;
  Document *document = (Document *)object;
  gtk_progress_bar_set_fraction(bar, document->progress); /* EXPECT: gtk-off-main-thread */
}

static void on_title_changed(GObject *object, GParamSpec *pspec, gpointer window) {
  (void)pspec;
  gtk_window_set_title(window, ((Document *)object)->title);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *bar = gtk_progress_bar_new();
  gtk_container_add(GTK_CONTAINER(window), bar);
  gtk_widget_show_all(window);
  Document *document = g_object_new(document_get_type(), NULL);
  g_signal_connect(document, "notify::progress", G_CALLBACK(on_progress_changed), bar);
  g_signal_connect(document, "notify::title", G_CALLBACK(on_title_changed), window);
  g_object_set(document, "title", "Untitled", NULL);
  g_thread_unref(g_thread_new("load", load_thread, document));
  gtk_main();
  return 0;
}
