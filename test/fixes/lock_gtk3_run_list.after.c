// FLAGS: gtk3
// RUN: some
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A thread fills a list store; a timeout that GDK calls with the lock ends the program when it is full.
#include <gtk/gtk.h>
#include <stdio.h>

static GtkListStore *store;

typedef struct {
  char *name;
  int size;
} FillIdle;

static void fill_idle_free(gpointer user_data) {
  FillIdle *idle_data = user_data;

  g_free(idle_data->name);
  g_free(idle_data);
}

static gboolean fill_idle(gpointer user_data) {
  FillIdle *idle_data = user_data;

  {
    GtkTreeIter iter;
    gtk_list_store_append(store, &iter);
    gtk_list_store_set(store, &iter, 0, idle_data->name, 1, idle_data->size, -1);
  }

  return G_SOURCE_REMOVE;
}

static gpointer fill(gpointer data) {
  (void)data;
  for (int i = 0; i < 8; i++) {
    char *name = g_strdup_printf("row %d", i);
    int size = i * i;
    {
      FillIdle *idle_data = g_new(FillIdle, 1);

      idle_data->name = g_strdup(name);
      idle_data->size = size;
      g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, fill_idle, idle_data, fill_idle_free);
    }
    g_free(name);
  }
  return NULL;
}

static gboolean look(gpointer data) {
  (void)data;
  if (gtk_tree_model_iter_n_children(GTK_TREE_MODEL(store), NULL) < 8)
    return G_SOURCE_CONTINUE;
  gtk_main_quit();
  return G_SOURCE_REMOVE;
}

static gboolean print(GtkTreeModel *model, GtkTreePath *path, GtkTreeIter *iter, gpointer data) {
  char *name;
  int size;
  (void)path;
  (void)data;
  gtk_tree_model_get(model, iter, 0, &name, 1, &size, -1);
  printf("%s: %d\n", name, size);
  g_free(name);
  return FALSE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  store = gtk_list_store_new(2, G_TYPE_STRING, G_TYPE_INT);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_container_add(GTK_CONTAINER(window), gtk_tree_view_new_with_model(GTK_TREE_MODEL(store)));
  gtk_widget_show_all(window);
  g_timeout_add(20, look, NULL);
  GThread *thread = g_thread_new("fill", fill, NULL);
  gtk_main();
  g_thread_join(thread);
  gtk_tree_model_foreach(GTK_TREE_MODEL(store), print, NULL);
  return 0;
}
