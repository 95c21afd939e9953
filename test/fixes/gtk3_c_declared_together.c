// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Of variables declared together some go and some stay.
#include <gtk/gtk.h>

static GtkTreeStore *store;

static gpointer fill(gpointer unused) {
  GtkTreeIter parent, child;
  GtkWidget *a = NULL, *item, *b;
  int before = 1, width, height, after = 2;
  char *name;

  b = a;
  name = g_strdup_printf("%d", before + after);
  gtk_tree_store_append(store, &parent, NULL);
  gtk_tree_store_append(store, &child, &parent);
  gtk_tree_store_set(store, &child, 0, name, -1);
  item = gtk_menu_item_new_with_label(name);
  gtk_widget_get_size_request(item, &width, &height);
  gtk_widget_set_size_request(item, width + 1, height);
  g_free(name);
  return b ? b : unused;
}

void start(void) { g_thread_unref(g_thread_new("fill", fill, NULL)); }
