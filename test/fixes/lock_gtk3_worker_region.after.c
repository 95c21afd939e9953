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

typedef struct {
  GtkWidget *label;
  char *text;
  GtkWidget *bar;
} WorkIdle;

static void work_idle_free(gpointer user_data) {
  WorkIdle *idle_data = user_data;

  g_object_unref(idle_data->label);
  g_free(idle_data->text);
  g_object_unref(idle_data->bar);
  g_free(idle_data);
}

static gboolean work_idle(gpointer user_data) {
  WorkIdle *idle_data = user_data;

  gtk_label_set_text(GTK_LABEL(idle_data->label), idle_data->text);
  /* all done */
  gtk_progress_bar_set_fraction(GTK_PROGRESS_BAR(idle_data->bar), 1.0);

  return G_SOURCE_REMOVE;
}

static gpointer work(gpointer data) {
  App *app = data;
  char *text = g_strdup_printf("%d rows", 42);

  g_usleep(1000);

  {
    WorkIdle *idle_data = g_new(WorkIdle, 1);

    idle_data->label = g_object_ref(app->label);
    idle_data->text = g_strdup(text);
    idle_data->bar = g_object_ref(app->bar);
    g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, work_idle, idle_data, work_idle_free);
  }

  g_free(text);
  return NULL;
}

int main(int argc, char **argv) {
  App app;

  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  app.label = gtk_label_new("");
  app.bar = gtk_progress_bar_new();
  gtk_container_add(GTK_CONTAINER(window), app.label);
  gtk_widget_show_all(window);
  app.thread = g_thread_new("work", work, &app);

  gtk_main();
  g_thread_join(app.thread);
  return 0;
}
