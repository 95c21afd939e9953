// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// A task run in a thread and waited for; in the thread it waits for main.
#include <gtk/gtk.h>

static GMutex lock;
static GCond cond;
static gboolean asked;

static gboolean ask_password(gpointer data) {
  g_mutex_lock(&lock);
  asked = TRUE;
  g_cond_broadcast(&cond);
  g_mutex_unlock(&lock);
  return FALSE;
}

static void mount(GTask *task, gpointer source, gpointer data, GCancellable *cancellable) {
  g_mutex_lock(&lock);
  g_main_context_invoke(NULL, ask_password, NULL);
  while (!asked)
    g_cond_wait(&cond, &lock);
  g_mutex_unlock(&lock);
  g_task_return_boolean(task, TRUE);
}

static void on_mount(GtkButton *button, gpointer data) {
  GTask *task = g_task_new(button, NULL, NULL, NULL);
  g_task_run_in_thread_sync(task, mount); // EXPECT: main-thread-deadlock
  g_object_unref(task);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_mount), NULL);
  gtk_main();
  return 0;
}
