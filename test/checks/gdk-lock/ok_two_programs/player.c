// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Two programs in one compile database: this one uses the GDK lock, the other does not and need not take it.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static gboolean tick(gpointer data) {
  gdk_threads_enter();
  gtk_label_set_text(GTK_LABEL(data), "tick");
  gdk_threads_leave();
  return TRUE;
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  g_timeout_add(100, tick, gtk_label_new(""));
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
