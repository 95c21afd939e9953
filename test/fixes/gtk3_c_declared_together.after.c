// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Of variables declared together some go and some stay.
#include <gtk/gtk.h>

static GtkTreeStore *store;

static gboolean fill_idle(gpointer user_data) {
  char *name = user_data;
  GtkTreeIter parent;
  GtkTreeIter child;
  GtkWidget *item;
  int width;
  int height;

  gtk_tree_store_append(store, &parent, NULL);
  gtk_tree_store_append(store, &child, &parent);
  gtk_tree_store_set(store, &child, 0, name, -1);
  item = gtk_menu_item_new_with_label(name);
  gtk_widget_get_size_request(item, &width, &height);
  gtk_widget_set_size_request(item, width + 1, height);

  return G_SOURCE_REMOVE;
}

static gpointer fill(gpointer unused) {
  GtkWidget *a = NULL, *b;
  int before = 1, after = 2;
  char *name;

  b = a;
  name = g_strdup_printf("%d", before + after);
  g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, fill_idle, g_strdup(name), g_free);
  g_free(name);
  return b ? b : unused;
}

void start(void) { g_thread_unref(g_thread_new("fill", fill, NULL)); }
