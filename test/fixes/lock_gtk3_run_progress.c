// FLAGS: gtk3
// RUN: some
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A thread reports how far it is; the window shows the same with and without the lock.
#include <gtk/gtk.h>
#include <stdio.h>

typedef struct {
  GtkWidget *bar, *label;
} View;

static View view;

static gpointer work(gpointer data) {
  int rows = GPOINTER_TO_INT(data);

  for (int i = 1; i <= rows; i++) {
    g_usleep(2000);
    gdk_threads_enter();
    gtk_progress_bar_set_fraction(GTK_PROGRESS_BAR(view.bar), (double)i / rows);
    gdk_threads_leave();
  }

  gdk_threads_enter();
  gtk_label_set_text(GTK_LABEL(view.label), "finished");
  gtk_main_quit();
  gdk_threads_leave();
  return NULL;
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  view.bar = gtk_progress_bar_new();
  view.label = gtk_label_new("working");
  gtk_container_add(GTK_CONTAINER(window), box);
  gtk_container_add(GTK_CONTAINER(box), view.bar);
  gtk_container_add(GTK_CONTAINER(box), view.label);
  gtk_widget_show_all(window);

  gdk_threads_enter();
  GThread *thread = g_thread_new("work", work, GINT_TO_POINTER(20));
  gtk_main();
  gdk_threads_leave();

  g_thread_join(thread);
  printf("%s: %.2f\n", gtk_label_get_text(GTK_LABEL(view.label)),
         gtk_progress_bar_get_fraction(GTK_PROGRESS_BAR(view.bar)));
  return 0;
}
