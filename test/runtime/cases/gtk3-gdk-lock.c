// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// GTK 2 and 3 allow a thread to call GTK between gdk_threads_enter() and gdk_threads_leave(). That is deprecated.
#include <gtk/gtk.h>

static GtkWidget *label;

static gpointer work(gpointer unused) {
  gdk_threads_enter(); // EXPECT(gdk-threads-deprecated gdk_threads_enter)
  gtk_label_set_text(GTK_LABEL(label), "allowed"); // LEGAL gdk-lock
  gdk_threads_leave();
  gtk_label_set_text(GTK_LABEL(label), "too late"); // EXPECT(gtk-off-main-thread gtk_label_set_text)
  return NULL;
}

static gboolean start(gpointer unused) {
  g_thread_unref(g_thread_new("worker", work, NULL));
  return G_SOURCE_REMOVE;
}

static gboolean quit(gpointer unused) {
  gtk_main_quit();
  return G_SOURCE_REMOVE;
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
  gdk_threads_enter(); // EXPECT(gdk-threads-deprecated gdk_threads_enter)
  gtk_main();
  gdk_threads_leave();
  return 0;
}
