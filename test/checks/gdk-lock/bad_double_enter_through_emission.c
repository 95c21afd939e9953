// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An idle callback takes the lock and emits a signal of the program's own; the handler takes it again.
// CHECKS: gdk-lock
// CHAIN: emit_progress -> on_progress
#include <gtk/gtk.h>

static GtkWidget *label;

typedef struct {
  GObject parent;
} Connection;
typedef struct {
  GObjectClass parent;
} ConnectionClass;
G_DEFINE_TYPE(Connection, connection, G_TYPE_OBJECT)

static guint progress_signal;

static void connection_class_init(ConnectionClass *klass) {
  progress_signal = g_signal_new("progress", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void connection_init(Connection *self) { (void)self; }

static gboolean emit_progress(gpointer data) {
  Connection *self = data;
  gdk_threads_enter();
  g_signal_emit(self, progress_signal, 0);
  gdk_threads_leave();
  return FALSE;
}

static void on_progress(Connection *connection, gpointer data) {
  (void)connection;
  (void)data;
  gdk_threads_enter(); /* EXPECT: gdk-lock */
  gtk_label_set_text(GTK_LABEL(label), "progress");
  gdk_threads_leave();
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  Connection *connection = g_object_new(connection_get_type(), NULL);
  g_signal_connect(connection, "progress", G_CALLBACK(on_progress), NULL);
  g_idle_add(emit_progress, connection);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
