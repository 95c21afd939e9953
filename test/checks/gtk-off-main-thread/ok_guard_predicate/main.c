// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The project's own predicate, defined in another unit with pthread_equal, is recognised as a thread test; so is a local
// variable that keeps its answer.
#include "thread_util.h"
#include <gtk/gtk.h>

static GtkWidget *level_bar;

static gboolean set_level_idle(gpointer data) {
  gtk_level_bar_set_value(GTK_LEVEL_BAR(level_bar), GPOINTER_TO_INT(data));
  return G_SOURCE_REMOVE;
}

static void set_level(int percent) {
  if (on_ui_thread())
    gtk_level_bar_set_value(GTK_LEVEL_BAR(level_bar), percent);
  else
    g_idle_add(set_level_idle, GINT_TO_POINTER(percent));
}

static void reset_level(void) {
  gboolean here = on_ui_thread();
  if (!here) {
    g_idle_add(set_level_idle, GINT_TO_POINTER(0));
    return;
  }
  gtk_level_bar_set_value(GTK_LEVEL_BAR(level_bar), 0);
}

static gpointer record_thread(gpointer data) {
  (void)data;
  for (int i = 0; i < 100; i++)
    set_level(i);
  reset_level();
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  threads_setup();
  level_bar = gtk_level_bar_new_for_interval(0, 100);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_container_add(GTK_CONTAINER(window), level_bar);
  gtk_widget_show_all(window);
  set_level(50);
  reset_level();
  g_thread_unref(g_thread_new("record", record_thread, NULL));
  gtk_main();
  return 0;
}
