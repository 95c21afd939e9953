// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Every kind of blocking call, on a worker started from a handler: that is where they belong.
#include <gtk/gtk.h>
#include <stdlib.h>
#include <unistd.h>

static GMutex lock;
static GCond wake;

static void run_steps(const char *uri) {
  GFile *file = g_file_new_for_uri(uri);
  g_file_make_directory_with_parents(file, NULL, NULL);
  g_object_unref(file);
  sleep(2);
  if (system("sync") != 0)
    g_spawn_command_line_sync("true", NULL, NULL, NULL, NULL);
  g_mutex_lock(&lock);
  g_cond_wait(&wake, &lock);
  g_mutex_unlock(&lock);
}

static gpointer worker(gpointer uri) {
  run_steps(uri);
  return NULL;
}

static void task_thread(GTask *task, gpointer source, gpointer data, GCancellable *cancellable) {
  (void)source;
  (void)data;
  (void)cancellable;
  run_steps("sftp://host/tmp/b");
  g_task_return_boolean(task, TRUE);
}

static void on_clicked(GtkButton *button, gpointer data) {
  (void)data;
  g_thread_unref(g_thread_new("worker", worker, "sftp://host/tmp/a"));
  GTask *task = g_task_new(button, NULL, NULL, NULL);
  g_task_run_in_thread(task, task_thread);
  g_object_unref(task);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *button = gtk_button_new_with_label("Go");
  gtk_container_add(GTK_CONTAINER(window), button);
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), NULL);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
