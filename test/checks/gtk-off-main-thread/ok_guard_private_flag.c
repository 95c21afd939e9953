// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A thread-local flag (GPrivate) set once on the primary thread is the test.
#include <gtk/gtk.h>

static GPrivate primary_flag;

static void mark_primary(void) { g_private_set(&primary_flag, GINT_TO_POINTER(1)); }
static gboolean is_primary(void) { return GPOINTER_TO_INT(g_private_get(&primary_flag)) == 1; }

static GtkWidget *infobar;

static gboolean reveal_idle(gpointer data) {
  (void)data;
  gtk_widget_show(infobar);
  return G_SOURCE_REMOVE;
}

static void reveal(void) {
  if (is_primary())
    gtk_widget_show(infobar);
  else
    g_idle_add(reveal_idle, NULL);
}

static gpointer sync_thread(gpointer data) {
  (void)data;
  reveal();
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  mark_primary();
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  infobar = gtk_info_bar_new();
  gtk_container_add(GTK_CONTAINER(window), infobar);
  gtk_widget_show(window);
  reveal();
  g_thread_unref(g_thread_new("sync", sync_thread, NULL));
  gtk_main();
  return 0;
}
