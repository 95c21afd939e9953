// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-057, Rhythmbox: a pool thread runs the query and reports completion through the results' interface; the list's implementation
// emits "complete", which a window listens to. (The fixed list asks a GPrivate-based predicate first, and posts.) Reduced: database
// with its interface, list, window.
// CHAIN: query_thread_main -> query_internal -> query_results_query_complete -> impl_query_complete -> on_complete
#include "db.h"

static GPrivate main_thread_flag;

gboolean is_main_thread(void);
gboolean is_main_thread(void) { return GPOINTER_TO_UINT(g_private_get(&main_thread_flag)) == 1; }

static void on_complete(ResultList *list, GtkLabel *label) {
  (void)list;
  gtk_label_set_text(label, "complete"); /* EXPECT: gtk-off-main-thread */
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_private_set(&main_thread_flag, GUINT_TO_POINTER(1));
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *label = gtk_label_new("querying");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  ResultList *list = g_object_new(result_list_get_type(), NULL);
  g_signal_connect(list, "complete", G_CALLBACK(on_complete), label);
  db_query_async(QUERY_RESULTS(list));
  gtk_main();
  return 0;
}
