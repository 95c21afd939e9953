// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The slot is filled by a handler only, and emptied again: the default runs as well.
// CHECKS: main-loop-off-main-thread
#include <gtk/gtk.h>

typedef void (*WaitFunc)(void);
static WaitFunc wait_func;

static void set_wait_func(WaitFunc func) { wait_func = func; }

static void wait_a_little(void) {
  if (wait_func)
    wait_func();
  else
    g_main_context_iteration(NULL, TRUE); /* EXPECT: main-loop-off-main-thread */
}

static void nap(void) { g_usleep(1000); }

static gpointer work(gpointer data) {
  for (int i = 0; i < GPOINTER_TO_INT(data); ++i)
    wait_a_little();
  return NULL;
}

static void on_start(GtkButton *button, gpointer data) {
  (void)button;
  set_wait_func(data ? nap : NULL);
  g_thread_unref(g_thread_new("work", work, data));
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *start = gtk_button_new();

  g_signal_connect(start, "clicked", G_CALLBACK(on_start), GINT_TO_POINTER(10));
  gtk_main();
  return 0;
}
