// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Drawing in between by hand, with the lock taken in the same function.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GtkWidget *label;

static gpointer unused(gpointer data) { return data; }

static gboolean rebuild(gpointer data) {
  (void)data;
  GDK_THREADS_ENTER();
  for (int i = 0; i < 100; ++i) {
    gtk_label_set_text(GTK_LABEL(label), "working");
    while (g_main_context_iteration(NULL, FALSE)) /* EXPECT: gdk-lock */
      ;
  }
  GDK_THREADS_LEAVE();
  return FALSE;
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  g_idle_add(rebuild, unused);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
