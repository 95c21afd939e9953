// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// libfm: run_in_default_main_context(func, data) calls at once on main and otherwise invokes on main and waits. func is main-only
// code, called by workers and by handlers alike.
#include "run.h"
#include <gtk/gtk.h>

static GtkWidget *bar;

static gboolean set_fraction(gpointer data) {
  gtk_progress_bar_set_fraction(GTK_PROGRESS_BAR(bar), GPOINTER_TO_INT(data) / 100.0);
  return TRUE;
}

static gpointer job_thread(gpointer data) {
  (void)data;
  for (int percent = 0; percent <= 100; percent++)
    run_in_default_main_context(set_fraction, GINT_TO_POINTER(percent));
  return NULL;
}

static void on_reset(GtkButton *button, gpointer data) {
  (void)button;
  (void)data;
  run_in_default_main_context(set_fraction, GINT_TO_POINTER(0));
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *reset = gtk_button_new_with_label("Reset");
  bar = gtk_progress_bar_new();
  g_signal_connect(reset, "clicked", G_CALLBACK(on_reset), NULL);
  g_thread_unref(g_thread_new("job", job_thread, NULL));
  gtk_main();
  return 0;
}
