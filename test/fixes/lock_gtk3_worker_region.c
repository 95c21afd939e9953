// FLAGS: gtk3
// RUN: some
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a thread does under the lock is posted, with what it needs for it; the lock goes.
#include <gtk/gtk.h>

typedef struct {
  GtkWidget *label;
  GtkWidget *bar;
  GThread *thread;
} App;

static gpointer work(gpointer data) {
  App *app = data;
  char *text = g_strdup_printf("%d rows", 42);

  g_usleep(1000);

  gdk_threads_enter();
  gtk_label_set_text(GTK_LABEL(app->label), text);
  /* all done */
  gtk_progress_bar_set_fraction(GTK_PROGRESS_BAR(app->bar), 1.0);
  gdk_threads_leave();

  g_free(text);
  return NULL;
}

int main(int argc, char **argv) {
  App app;

  gdk_threads_init();
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  app.label = gtk_label_new("");
  app.bar = gtk_progress_bar_new();
  gtk_container_add(GTK_CONTAINER(window), app.label);
  gtk_widget_show_all(window);
  app.thread = g_thread_new("work", work, &app);

  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  g_thread_join(app.thread);
  return 0;
}
