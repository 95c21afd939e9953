// FLAGS: gtk2
// CHECKS: gdk-lock
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-116, Brasero: a dialog's handler starts a burning task and waits for it in a main loop of its own, still holding the
// GDK lock with which GTK called the handler; the clock tick of the task takes the lock.
// CHAIN: on_burn -> task_run -> task_run_loop
#include <gtk/gtk.h>

struct task {
  GMainLoop *loop;
  int ticks;
};

static gboolean clock_tick(gpointer data) {
  struct task *self = data;
  gdk_threads_enter();
  if (++self->ticks == 100)
    g_main_loop_quit(self->loop);
  gdk_threads_leave();
  return self->ticks < 100;
}

static void task_run_loop(struct task *self) {
  self->loop = g_main_loop_new(NULL, FALSE);
  g_timeout_add(500, clock_tick, self);
  g_main_loop_run(self->loop); /* EXPECT: gdk-lock */
  g_main_loop_unref(self->loop);
}

static void task_run(struct task *self) {
  self->ticks = 0;
  task_run_loop(self);
}

static void on_burn(GtkButton *button, gpointer data) { task_run(data); }

int main(int argc, char **argv) {
  static struct task task;
  g_thread_init(NULL);
  gdk_threads_init();
  gdk_threads_enter();
  gtk_init(&argc, &argv);
  GtkWidget *burn = gtk_button_new();
  g_signal_connect(burn, "clicked", G_CALLBACK(on_burn), &task);
  gtk_main();
  gdk_threads_leave();
  return 0;
}
