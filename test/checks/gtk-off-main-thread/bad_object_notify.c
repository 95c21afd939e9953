// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// g_object_notify in the worker: the handler is connected to the notify signal without detail.
// CHAIN: fetch_thread -> feed_set_loading -> on_any_property
#include <gtk/gtk.h>

typedef struct {
  GObject parent_instance;
  gboolean loading;
} Feed;
typedef struct {
  GObjectClass parent_class;
} FeedClass;
GType feed_get_type(void);
G_DEFINE_TYPE(Feed, feed, G_TYPE_OBJECT)

static void feed_get_property(GObject *object, guint id, GValue *value, GParamSpec *pspec) {
  (void)id;
  (void)pspec;
  g_value_set_boolean(value, ((Feed *)object)->loading);
}

static void feed_class_init(FeedClass *klass) {
  G_OBJECT_CLASS(klass)->get_property = feed_get_property;
  g_object_class_install_property(G_OBJECT_CLASS(klass), 1,
                                  g_param_spec_boolean("loading", NULL, NULL, FALSE, G_PARAM_READABLE));
}
static void feed_init(Feed *self) { (void)self; }

static void feed_set_loading(Feed *self, gboolean loading) {
  if (self->loading == loading)
    return;
  self->loading = loading;
  g_object_notify(G_OBJECT(self), "loading");
}

static gpointer fetch_thread(gpointer data) {
  feed_set_loading(data, TRUE);
  g_usleep(2 * G_USEC_PER_SEC);
  feed_set_loading(data, FALSE);
  return NULL;
}

static void on_any_property(Feed *feed, GParamSpec *pspec, GtkSpinner *spinner) {
  (void)pspec;
  if (feed->loading)
    gtk_spinner_start(spinner); /* EXPECT: gtk-off-main-thread */
  else
    gtk_spinner_stop(spinner); /* EXPECT: gtk-off-main-thread */
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *spinner = gtk_spinner_new();
  gtk_container_add(GTK_CONTAINER(window), spinner);
  gtk_widget_show_all(window);
  Feed *feed = g_object_new(feed_get_type(), NULL);
  g_signal_connect(feed, "notify", G_CALLBACK(on_any_property), spinner);
  g_thread_unref(g_thread_new("fetch", fetch_thread, feed));
  gtk_main();
  return 0;
}
