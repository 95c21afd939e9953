// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a call gives to code that stays, or takes from before, is not to be posted.
#include <gtk/gtk.h>

static GtkWidget *view, *spin;
static GtkListStore *store;

static void log_size(int width) { g_message("%d", width); }

static gpointer measure(gpointer unused) {
  int width, height, total = 0;
  GtkTreeIter first, last, again;

  gtk_widget_get_size_request(view, &width, &height); // ADVICE: 'width'
  log_size(width);
  total += gtk_spin_button_get_value_as_int(GTK_SPIN_BUTTON(spin)); // ADVICE: 'total' is set
  log_size(total);
  gtk_list_store_append(store, &first); // ADVICE: what the calls set is needed by code that stays
  log_size(1);
  gtk_list_store_insert_after(store, &last, &first); // ADVICE: 'first' has a value before the calls
  log_size(2);
  gtk_list_store_append(store, &again);
  log_size(3);
  gtk_list_store_prepend(store, &again);
  return unused;
}

void start(void) { g_thread_unref(g_thread_new("measure", measure, NULL)); }
