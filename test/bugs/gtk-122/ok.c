// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-122, Evince, fixed: dispose removes the source.
#include <gtk/gtk.h>

typedef struct {
  GtkWindow parent;
  char *document;
  guint setup_document_idle;
} EvWindow;
typedef struct {
  GtkWindowClass parent;
} EvWindowClass;

GType ev_window_get_type(void);
G_DEFINE_TYPE(EvWindow, ev_window, GTK_TYPE_WINDOW)

static void ev_window_dispose(GObject *object) {
  EvWindow *window = (EvWindow *)object;
  g_free(window->document);
  window->document = NULL;
  if (window->setup_document_idle > 0)
    g_source_remove(window->setup_document_idle);
  window->setup_document_idle = 0;
  G_OBJECT_CLASS(ev_window_parent_class)->dispose(object);
}
static void ev_window_class_init(EvWindowClass *klass) { G_OBJECT_CLASS(klass)->dispose = ev_window_dispose; }
static void ev_window_init(EvWindow *window) { window->document = NULL; }

static gboolean ev_window_setup_document(EvWindow *window) {
  window->setup_document_idle = 0;
  gtk_window_set_title(GTK_WINDOW(window), window->document);
  return FALSE;
}

static void ev_window_set_document(EvWindow *window, const char *document) {
  g_free(window->document);
  window->document = g_strdup(document);
  if (window->setup_document_idle > 0)
    g_source_remove(window->setup_document_idle);
  window->setup_document_idle = g_idle_add((GSourceFunc)ev_window_setup_document, window);
}

static void ev_window_cmd_file_close(GtkMenuItem *item, EvWindow *window) {
  (void)item;
  gtk_widget_destroy(GTK_WIDGET(window));
}

static void ev_window_cmd_file_reload(GtkMenuItem *item, EvWindow *window) {
  (void)item;
  ev_window_set_document(window, "reloaded");
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  EvWindow *window = g_object_new(ev_window_get_type(), NULL);
  g_signal_connect(gtk_menu_item_new(), "activate", G_CALLBACK(ev_window_cmd_file_close), window);
  g_signal_connect(gtk_menu_item_new(), "activate", G_CALLBACK(ev_window_cmd_file_reload), window);
  gtk_main();
  return 0;
}
