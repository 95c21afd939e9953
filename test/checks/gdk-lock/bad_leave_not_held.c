// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The timeout never took the lock that it gives up around the wait.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GtkWidget *label;

static gboolean wait_a_little(gpointer data) {
  (void)data;
  gdk_threads_leave(); /* EXPECT: gdk-lock */
  g_usleep(100);
  gdk_threads_enter();
  return TRUE;
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  g_timeout_add(100, wait_a_little, NULL);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
