// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GTK 2, the lock taken by the macros and the GTK calls three functions further down: the lock state is carried into
// callees.
// CHECKS: gtk-off-main-thread
#include <gtk/gtk.h>

static GtkWidget *label;

static void show_text(const char *text) { gtk_label_set_text(GTK_LABEL(label), text); }

static void show_number(int n) {
  char *text = g_strdup_printf("%d", n);
  show_text(text);
  g_free(text);
}

static void show_pair(int a, int b) {
  show_number(a);
  show_number(b);
}

static gpointer tick(gpointer data) {
  (void)data;
  for (int i = 0; i < 10; i++) {
    GDK_THREADS_ENTER();
    show_pair(i, i + 1);
    GDK_THREADS_LEAVE();
  }
  return NULL;
}

int main(int argc, char **argv) {
  g_thread_init(NULL);
  gdk_threads_init();
  gdk_threads_enter();
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  label = gtk_label_new("");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  g_thread_create(tick, NULL, FALSE, NULL);
  gtk_main();
  gdk_threads_leave();
  return 0;
}
