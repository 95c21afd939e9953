// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "db.h"

struct _ResultList {
  GObject parent_instance;
  GPtrArray *entries;
};
static void result_list_iface_init(QueryResultsInterface *iface);
G_DEFINE_TYPE_WITH_CODE(ResultList, result_list, G_TYPE_OBJECT,
                        G_IMPLEMENT_INTERFACE(query_results_get_type(), result_list_iface_init))

enum { COMPLETE, LAST };
static guint signals[LAST];

static void impl_add_results(QueryResults *results, GPtrArray *entries) {
  RESULT_LIST(results)->entries = g_ptr_array_ref(entries);
}

static void impl_query_complete(QueryResults *results) { g_signal_emit(results, signals[COMPLETE], 0); }

static void result_list_iface_init(QueryResultsInterface *iface) {
  iface->add_results = impl_add_results;
  iface->query_complete = impl_query_complete;
}
static void result_list_class_init(ResultListClass *klass) {
  signals[COMPLETE] =
      g_signal_new("complete", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}
static void result_list_init(ResultList *self) { (void)self; }
