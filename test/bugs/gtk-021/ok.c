// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-021, DeaDBeeF, fixed: the idle callback has a reference of its own.
#include <gtk/gtk.h>

typedef struct {
  GtkDrawingArea parent;
  int cursor;
} DdbListview;
typedef struct {
  GtkDrawingAreaClass parent;
} DdbListviewClass;

GType ddb_listview_get_type(void);
G_DEFINE_TYPE(DdbListview, ddb_listview, GTK_TYPE_DRAWING_AREA)

static void ddb_listview_finalize(GObject *object) { G_OBJECT_CLASS(ddb_listview_parent_class)->finalize(object); }
static void ddb_listview_class_init(DdbListviewClass *klass) { G_OBJECT_CLASS(klass)->finalize = ddb_listview_finalize; }
static void ddb_listview_init(DdbListview *listview) { listview->cursor = 0; }

typedef void (*cover_avail_callback_t)(void *user_data);
typedef struct {
  cover_avail_callback_t callback;
  void *user_data;
} load_query_t;

static GAsyncQueue *queries;

static gboolean redraw_playlist_cb(gpointer data) {
  DdbListview *listview = data;
  gtk_widget_queue_draw(GTK_WIDGET(listview));
  g_object_unref(listview);
  return FALSE;
}

static void redraw_playlist_single(DdbListview *listview) {
  g_object_ref(listview);
  g_idle_add(redraw_playlist_cb, listview);
}

static void cover_loaded(void *data) { redraw_playlist_single(data); }

static gpointer loading_thread(gpointer data) {
  (void)data;
  for (;;) {
    load_query_t *query = g_async_queue_pop(queries);
    query->callback(query->user_data);
    g_free(query);
  }
  return NULL;
}

static void draw_cover(DdbListview *listview) {
  load_query_t *query = g_new0(load_query_t, 1);
  query->callback = cover_loaded;
  query->user_data = listview;
  g_async_queue_push(queries, query);
}

static void remove_tab(GtkButton *button, gpointer data) {
  DdbListview *listview = data;
  (void)button;
  gtk_widget_destroy(GTK_WIDGET(listview));
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  queries = g_async_queue_new();
  DdbListview *listview = g_object_new(ddb_listview_get_type(), NULL);
  g_signal_connect(gtk_button_new(), "clicked", G_CALLBACK(remove_tab), listview);
  g_thread_new("covers", loading_thread, NULL);
  draw_cover(listview);
  gtk_main();
  return 0;
}
