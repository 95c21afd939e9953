// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The same test as in ok_guard_static_main_thread.c with its branches exchanged: GTK exactly where it must not be.
// CHAIN: fetch_thread -> set_status
#include <gtk/gtk.h>

static GThread *main_thread;
static GtkWidget *bar;

static void set_status(const char *text) {
  if (g_thread_self() == main_thread) {
    g_printerr("%s\n", text);
    return;
  }
  gtk_statusbar_push(GTK_STATUSBAR(bar), 0, text); /* EXPECT: gtk-off-main-thread */
}

static gpointer fetch_thread(gpointer data) {
  (void)data;
  set_status("fetching");
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  main_thread = g_thread_self();
  bar = gtk_statusbar_new();
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_container_add(GTK_CONTAINER(window), bar);
  gtk_widget_show_all(window);
  set_status("ready");
  g_thread_unref(g_thread_new("fetch", fetch_thread, NULL));
  gtk_main();
  return 0;
}
