// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "db.h"

G_DEFINE_INTERFACE(QueryResults, query_results, G_TYPE_OBJECT)
static void query_results_default_init(QueryResultsInterface *iface) { (void)iface; }

void query_results_add(QueryResults *self, GPtrArray *entries) {
  QueryResultsInterface *iface = QUERY_RESULTS_GET_IFACE(self);
  if (iface->add_results)
    iface->add_results(self, entries);
}

void query_results_query_complete(QueryResults *self) {
  QueryResultsInterface *iface = QUERY_RESULTS_GET_IFACE(self);
  if (iface->query_complete)
    iface->query_complete(self);
}

static void query_internal(QueryResults *results) {
  GPtrArray *entries = g_ptr_array_new();
  query_results_add(results, entries);
  query_results_query_complete(results);
  g_ptr_array_unref(entries);
}

static void query_thread_main(gpointer job, gpointer data) {
  (void)data;
  query_internal(QUERY_RESULTS(job));
  g_object_unref(job);
}

void db_query_async(QueryResults *results) {
  static GThreadPool *pool;
  if (!pool)
    pool = g_thread_pool_new(query_thread_main, NULL, -1, FALSE, NULL);
  g_thread_pool_push(pool, g_object_ref(results), NULL);
}
