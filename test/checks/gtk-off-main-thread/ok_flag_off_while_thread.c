// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What opens a dialog stands under a flag that is off from before the thread starts until it has been joined.
// CHECKS: gtk-off-main-thread
#include <gtk/gtk.h>

static gboolean ask_user = TRUE;
static GtkWidget *status;

static void set_ask_user(gboolean enabled) { ask_user = enabled; }

static void show_path(const char *path) { gtk_label_set_text(GTK_LABEL(status), path); }

static void (*show_func)(const char *path) = show_path;

static int open_message(const char *path) {
  if (show_func && ask_user)
    show_func(path);
  return path != NULL;
}

static gpointer search_thread(gpointer path) { return GINT_TO_POINTER(open_message(path)); }

static void search(GtkButton *button, gpointer path) {
  set_ask_user(FALSE);
  GThread *thread = g_thread_new("search", search_thread, path);
  gtk_button_set_label(button, "Searching");
  g_thread_join(thread);
  set_ask_user(TRUE);
}

static void show(GtkButton *button, gpointer path) {
  (void)button;
  open_message(path);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *find = gtk_button_new_with_label("Search"), *open = gtk_button_new_with_label("Open");
  status = gtk_label_new("");
  g_signal_connect(find, "clicked", G_CALLBACK(search), argv[argc - 1]);
  g_signal_connect(open, "clicked", G_CALLBACK(show), argv[argc - 1]);
  gtk_container_add(GTK_CONTAINER(box), find);
  gtk_container_add(GTK_CONTAINER(box), open);
  gtk_container_add(GTK_CONTAINER(box), status);
  gtk_container_add(GTK_CONTAINER(window), box);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
