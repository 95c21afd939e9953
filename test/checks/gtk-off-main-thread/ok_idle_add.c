// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The worker posts its result with g_idle_add: the callback runs on main.
#include <gtk/gtk.h>

typedef struct {
  GtkLabel *label;
  char *text;
} Update;

static gboolean apply_update(gpointer data) {
  Update *update = data;
  gtk_label_set_text(update->label, update->text);
  g_free(update->text);
  g_free(update);
  return G_SOURCE_REMOVE;
}

static gpointer hash_thread(gpointer label) {
  Update *update = g_new(Update, 1);
  update->label = label;
  update->text = g_compute_checksum_for_string(G_CHECKSUM_SHA256, "text", -1);
  g_idle_add(apply_update, update);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *label = gtk_label_new("hashing");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  g_thread_unref(g_thread_new("hash", hash_thread, label));
  gtk_main();
  return 0;
}
