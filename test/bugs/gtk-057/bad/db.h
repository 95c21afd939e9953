// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DB_H
#define DB_H
#include <gtk/gtk.h>

G_DECLARE_INTERFACE(QueryResults, query_results, QUERY, RESULTS, GObject)
struct _QueryResultsInterface {
  GTypeInterface parent_iface;
  void (*add_results)(QueryResults *self, GPtrArray *entries);
  void (*query_complete)(QueryResults *self);
};
void query_results_add(QueryResults *self, GPtrArray *entries);
void query_results_query_complete(QueryResults *self);

G_DECLARE_FINAL_TYPE(ResultList, result_list, RESULT, LIST, GObject)
void db_query_async(QueryResults *results);

#endif
