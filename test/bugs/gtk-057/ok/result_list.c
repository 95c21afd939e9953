// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "db.h"

struct _ResultList {
  GObject parent_instance;
  GPtrArray *entries;
  guint complete_id;
};
static void result_list_iface_init(QueryResultsInterface *iface);
G_DEFINE_TYPE_WITH_CODE(ResultList, result_list, G_TYPE_OBJECT,
                        G_IMPLEMENT_INTERFACE(query_results_get_type(), result_list_iface_init))

enum { COMPLETE, LAST };
static guint signals[LAST];

gboolean is_main_thread(void);

static void impl_add_results(QueryResults *results, GPtrArray *entries) {
  RESULT_LIST(results)->entries = g_ptr_array_ref(entries);
}

static gboolean emit_complete(gpointer data) {
  ResultList *self = data;
  self->complete_id = 0;
  g_signal_emit(self, signals[COMPLETE], 0);
  return G_SOURCE_REMOVE;
}

static void impl_query_complete(QueryResults *results) {
  if (is_main_thread())
    g_signal_emit(results, signals[COMPLETE], 0);
  else
    RESULT_LIST(results)->complete_id = g_idle_add(emit_complete, results);
}

static void result_list_dispose(GObject *object) {
  g_clear_handle_id(&RESULT_LIST(object)->complete_id, g_source_remove);
  G_OBJECT_CLASS(result_list_parent_class)->dispose(object);
}

static void result_list_iface_init(QueryResultsInterface *iface) {
  iface->add_results = impl_add_results;
  iface->query_complete = impl_query_complete;
}
static void result_list_class_init(ResultListClass *klass) {
  G_OBJECT_CLASS(klass)->dispose = result_list_dispose;
  signals[COMPLETE] =
      g_signal_new("complete", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}
static void result_list_init(ResultList *self) { (void)self; }
