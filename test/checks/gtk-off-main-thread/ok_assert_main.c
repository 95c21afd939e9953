// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An assertion on the thread test is a contract: a worker that comes by aborts, so nothing after it runs off main.
#include <gtk/gtk.h>

static GThread *gui;

static gboolean is_gui_thread(void) { return g_thread_self() == gui; }

static void rename_tab(GtkNotebook *book, const char *name) {
  g_assert(is_gui_thread());
  gtk_notebook_set_tab_label_text(book, gtk_notebook_get_nth_page(book, 0), name);
}

static void reload_tab(GtkNotebook *book) {
  g_assert_true(is_gui_thread());
  gtk_widget_queue_draw(GTK_WIDGET(book));
}

static gpointer render_thread(gpointer data) {
  rename_tab(data, "rendered");
  reload_tab(data);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  gui = g_thread_self();
  GtkWidget *book = gtk_notebook_new();
  gtk_notebook_append_page(GTK_NOTEBOOK(book), gtk_label_new("page"), NULL);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_container_add(GTK_CONTAINER(window), book);
  gtk_widget_show_all(window);
  rename_tab(GTK_NOTEBOOK(book), "fresh");
  g_thread_unref(g_thread_new("render", render_thread, book));
  gtk_main();
  return 0;
}
