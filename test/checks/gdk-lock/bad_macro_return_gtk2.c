// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The macros of GTK 2, and a return that makes the second one unreachable.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GtkWidget *label;

static gboolean step(void) {
  gtk_label_set_text(GTK_LABEL(label), "step");
  return TRUE;
}

static gboolean on_tick(gpointer data) {
  (void)data;
  GDK_THREADS_ENTER();
  return step(); /* EXPECT: gdk-lock */
  GDK_THREADS_LEAVE();
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  g_timeout_add(20, on_tick, NULL);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
