// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-062, Rhythmbox: the browser for shared music emits its signals from its own watch, without the GDK lock; the handlers make and
// drop sources, which are widgets. (The service browser is stood in for by an I/O watch.)
// CHECKS: gdk-lock
#include <gtk/gtk.h>


typedef struct {
  GObject parent;
} Browser;
typedef struct {
  GObjectClass parent;
} BrowserClass;
G_DEFINE_TYPE(Browser, browser, G_TYPE_OBJECT)

static guint added, removed;

static void browser_class_init(BrowserClass *klass) {
  added = g_signal_new("service-added", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                       g_cclosure_marshal_VOID__STRING, G_TYPE_NONE, 1, G_TYPE_STRING);
  removed = g_signal_new("service-removed", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                         g_cclosure_marshal_VOID__STRING, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void browser_init(Browser *self) { (void)self; }

static gboolean resolved(GIOChannel *channel, GIOCondition condition, gpointer data) {
  (void)channel;
  g_signal_emit(data, added, 0, "share");
  return condition == G_IO_IN;
}

static gboolean gone(GIOChannel *channel, GIOCondition condition, gpointer data) {
  (void)channel;
  g_signal_emit(data, removed, 0, "share");
  return condition == G_IO_IN;
}

static GHashTable *sources;

static void mdns_service_added(Browser *browser, const char *name, gpointer data) {
  (void)browser;
  (void)data;
  GtkWidget *source = g_hash_table_lookup(sources, name);
  if (source)
    return;
  source = gtk_label_new(name); /* EXPECT: gdk-lock */
  g_hash_table_insert(sources, g_strdup(name), source);
  gtk_widget_show(source);
}

static void mdns_service_removed(Browser *browser, const char *name, gpointer data) {
  (void)browser;
  (void)data;
  GtkWidget *source = g_hash_table_lookup(sources, name);
  if (!source)
    return;
  gtk_widget_destroy(source); /* EXPECT: gdk-lock */
  g_hash_table_remove(sources, name);
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  Browser *browser = g_object_new(browser_get_type(), NULL);
  sources = g_hash_table_new(g_str_hash, g_str_equal);
  g_signal_connect(browser, "service-added", G_CALLBACK(mdns_service_added), NULL);
  g_signal_connect(browser, "service-removed", G_CALLBACK(mdns_service_removed), NULL);
  g_io_add_watch(g_io_channel_unix_new(3), G_IO_IN, resolved, browser);
  g_io_add_watch(g_io_channel_unix_new(4), G_IO_IN, gone, browser);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
