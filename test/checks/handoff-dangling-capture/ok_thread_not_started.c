// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The only way past the join is that no thread was started: nobody has the local then.
// CHECKS: handoff-dangling-capture
#include <gtk/gtk.h>
#include <pthread.h>

struct job {
  const char *path;
  int lines;
};

static gpointer count(gpointer data) {
  struct job *job = data;
  job->lines = (int)strlen(job->path);
  return NULL;
}

static void on_glib(GtkButton *button, gpointer data) {
  struct job job = {data, 0};
  GThread *thread = g_thread_try_new("count", count, &job, NULL);
  (void)button;
  if (!thread)
    return;
  g_thread_join(thread);
}

static void on_posix(GtkButton *button, gpointer data) {
  struct job job = {data, 0};
  pthread_t thread;
  (void)button;
  if (pthread_create(&thread, NULL, count, &job) != 0)
    return;
  pthread_join(thread, NULL);
}

static void on_posix_error(GtkButton *button, gpointer data) {
  struct job job = {data, 0};
  pthread_t thread;
  int error = pthread_create(&thread, NULL, count, &job);
  (void)button;
  if (error)
    g_warning("no thread: %d", error);
  else
    pthread_join(thread, NULL);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_glib), "a");
  g_signal_connect(button, "clicked", G_CALLBACK(on_posix), "b");
  g_signal_connect(button, "clicked", G_CALLBACK(on_posix_error), "c");
  gtk_main();
  return 0;
}
