// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The thread says that it is done before it is joined, and main serves its events until then: the join does not wait. (Shown with
// low confidence.)
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GThread *worker;
static volatile gint done;

static gpointer count(gpointer data) {
  g_usleep(1000);
  g_atomic_int_set(&done, 1);
  return data;
}

static void on_clicked(GtkButton *button, gpointer data) {
  (void)button;
  (void)data;
  worker = g_thread_create(count, NULL, TRUE, NULL);
  while (g_atomic_int_get(&done) == 0)
    gtk_main_iteration();
  g_thread_join(worker);
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), NULL);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
