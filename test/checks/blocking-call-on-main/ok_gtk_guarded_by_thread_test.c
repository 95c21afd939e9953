// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One function used everywhere: on main it starts a thread, elsewhere it does the slow work itself.
#include <gtk/gtk.h>

static GThread *main_thread;

static gpointer save_thread(gpointer data);

static void save_document(const char *uri) {
  if (g_thread_self() == main_thread) {
    g_thread_unref(g_thread_new("save", save_thread, (gpointer)uri));
    return;
  }
  GFile *file = g_file_new_for_uri(uri);
  g_file_replace_contents(file, "text", 4, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL);
  g_object_unref(file);
}

static gpointer save_thread(gpointer data) {
  save_document(data);
  return NULL;
}

static void on_save(GtkButton *button, gpointer data) {
  (void)button;
  save_document(data);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  main_thread = g_thread_self();
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *button = gtk_button_new_with_label("Save");
  gtk_container_add(GTK_CONTAINER(window), button);
  g_signal_connect(button, "clicked", G_CALLBACK(on_save), "dav://example.org/a.txt");
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
