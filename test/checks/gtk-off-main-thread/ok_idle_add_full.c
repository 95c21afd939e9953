// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// g_idle_add_full from a worker, with a referenced widget as data; callback and destroy notify both run on main, and
// g_object_ref of a widget in the worker is itself thread safe.
#include <gtk/gtk.h>

typedef struct {
  GtkWidget *bar;
  double fraction;
} Progress;

static gboolean show_progress(gpointer data) {
  Progress *progress = data;
  gtk_progress_bar_set_fraction(GTK_PROGRESS_BAR(progress->bar), progress->fraction);
  return G_SOURCE_REMOVE;
}

static void free_progress(gpointer data) {
  Progress *progress = data;
  g_object_unref(progress->bar);
  g_free(progress);
}

static gpointer work(gpointer bar) {
  for (int i = 0; i <= 100; i++) {
    Progress *progress = g_new(Progress, 1);
    progress->bar = g_object_ref(bar);
    progress->fraction = i / 100.0;
    g_idle_add_full(G_PRIORITY_HIGH_IDLE, show_progress, progress, free_progress);
  }
  g_object_ref(bar);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *bar = gtk_progress_bar_new();
  gtk_container_add(GTK_CONTAINER(window), bar);
  gtk_widget_show_all(window);
  g_thread_unref(g_thread_new("work", work, bar));
  gtk_main();
  return 0;
}
