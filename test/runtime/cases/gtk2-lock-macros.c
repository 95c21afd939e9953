// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// GTK 2's macros take the lock through a variable.
#include <gtk/gtk.h>

static GtkWidget *label;

static gpointer work(gpointer unused) {
  GDK_THREADS_ENTER();
  gtk_label_set_text(GTK_LABEL(label), "allowed");
  GDK_THREADS_LEAVE();
  gtk_label_set_text(GTK_LABEL(label), "too late"); // EXPECT(gtk-off-main-thread gtk_label_set_text)
  return NULL;
}

static gboolean start(gpointer unused) {
  GDK_THREADS_LEAVE(); // and waits: what is wrong here must not happen to crash
  g_thread_join(g_thread_create(work, NULL, TRUE, NULL));
  GDK_THREADS_ENTER();
  return FALSE;
}

static gboolean quit(gpointer unused) {
  gtk_main_quit();
  return FALSE;
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  label = gtk_label_new("");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  gdk_threads_add_timeout(50, start, NULL);
  gdk_threads_add_timeout(300, quit, NULL);
  GDK_THREADS_ENTER();
  gtk_main();
  GDK_THREADS_LEAVE();
  return 0;
}
