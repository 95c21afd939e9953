// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rhythmbox: a GPrivate flag set on the primary thread; code that may run anywhere emits at once on main and posts otherwise.
#include "util.h"
#include <gtk/gtk.h>

typedef struct {
  GObject parent_instance;
} Results;
typedef struct {
  GObjectClass parent_class;
} ResultsClass;
GType results_get_type(void);
G_DEFINE_TYPE(Results, results, G_TYPE_OBJECT)

static guint complete_signal;

static void results_class_init(ResultsClass *klass) {
  complete_signal =
      g_signal_new("complete", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}
static void results_init(Results *self) { (void)self; }

static gboolean emit_complete_idle(gpointer results) {
  g_signal_emit(results, complete_signal, 0);
  g_object_unref(results);
  return FALSE;
}

static void results_complete(Results *results) {
  if (rb_is_main_thread()) {
    g_signal_emit(results, complete_signal, 0);
  } else {
    g_idle_add(emit_complete_idle, g_object_ref(results));
  }
}

static gpointer query_thread(gpointer results) {
  results_complete(results);
  return NULL;
}

static void on_complete(Results *results, GtkSpinner *spinner) {
  (void)results;
  gtk_spinner_stop(spinner);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  rb_threads_init();
  Results *results = g_object_new(results_get_type(), NULL);
  g_signal_connect(results, "complete", G_CALLBACK(on_complete), gtk_spinner_new());
  results_complete(results);
  g_thread_unref(g_thread_new("query", query_thread, results));
  gtk_main();
  return 0;
}
