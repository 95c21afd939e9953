// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// g_timeout_add, g_timeout_add_seconds_full and g_child_watch_add called in a worker: their callbacks belong to the
// default context, so to main.
#include <gtk/gtk.h>

static GtkWidget *label;

static gboolean hide_later(gpointer data) {
  gtk_widget_hide(GTK_WIDGET(data));
  return G_SOURCE_REMOVE;
}

static gboolean blink(gpointer data) {
  gtk_widget_set_visible(data, !gtk_widget_get_visible(data));
  return G_SOURCE_CONTINUE;
}

static void child_gone(GPid pid, gint status, gpointer data) {
  g_spawn_close_pid(pid);
  gtk_label_set_text(data, status == 0 ? "ok" : "failed");
}

static gpointer run_tool(gpointer data) {
  char *argv[] = {"sync", NULL};
  GPid pid;
  (void)data;
  if (g_spawn_async(NULL, argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL))
    g_child_watch_add(pid, child_gone, label);
  g_timeout_add(2000, hide_later, label);
  g_timeout_add_seconds_full(G_PRIORITY_LOW, 1, blink, label, NULL);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  label = gtk_label_new("running");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  g_thread_unref(g_thread_new("tool", run_tool, NULL));
  gtk_main();
  return 0;
}
