// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A wrapper that takes the lock only off main, and its counterpart: between the two a worker holds the lock.
// CHECKS: gtk-off-main-thread
#include <gtk/gtk.h>

static GThread *main_thread;
static GtkWidget *label;

static void ui_lock(void) {
  if (g_thread_self() != main_thread)
    gdk_threads_enter();
}

static void ui_unlock(void) {
  if (g_thread_self() != main_thread)
    gdk_threads_leave();
}

static void show(const char *text) {
  ui_lock();
  gtk_label_set_text(GTK_LABEL(label), text);
  ui_unlock();
}

static gpointer probe_thread(gpointer data) {
  (void)data;
  show("probing");
  return NULL;
}

int main(int argc, char **argv) {
  main_thread = g_thread_self();
  gdk_threads_init();
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  label = gtk_label_new("");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  show("ready");
  g_thread_unref(g_thread_new("probe", probe_thread, NULL));
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
