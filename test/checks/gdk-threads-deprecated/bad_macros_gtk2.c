// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GTK 2: the upper-case macros, reported (as notes, since GTK 2 had not deprecated them) where they are used.
#include <gtk/gtk.h>

static gboolean refresh(gpointer label) {
  GDK_THREADS_ENTER(); /* EXPECT: gdk-threads-deprecated */
  gtk_label_set_text(GTK_LABEL(label), "refreshed");
  GDK_THREADS_LEAVE(); /* EXPECT: gdk-threads-deprecated */
  return FALSE;
}

int main(int argc, char **argv) {
  g_thread_init(NULL);
  gdk_threads_init(); /* EXPECT: gdk-threads-deprecated */
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *label = gtk_label_new("");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  g_idle_add(refresh, label);
  GDK_THREADS_ENTER(); /* EXPECT: gdk-threads-deprecated */
  gtk_main();
  GDK_THREADS_LEAVE(); /* EXPECT: gdk-threads-deprecated */
  return 0;
}
