// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A timeout added through the project's own helper; GTK 3.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GtkWidget *label;

static guint later(guint ms, GSourceFunc fn) { return g_timeout_add(ms, fn, NULL); }

static gboolean blink(gpointer data) {
  (void)data;
  gtk_widget_set_visible(label, !gtk_widget_get_visible(label)); /* EXPECT: gdk-lock */
  return TRUE;
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  later(500, blink);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
