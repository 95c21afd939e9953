// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The flag is on again while the thread still runs.
// CHECKS: gtk-off-main-thread
// CHAIN: search_thread -> open_message
#include <gtk/gtk.h>

static gboolean ask_user = TRUE;
static GtkWidget *status;
static GThread *thread;

static int open_message(const char *path) {
  if (path && ask_user)
    gtk_label_set_text(GTK_LABEL(status), path); /* EXPECT: gtk-off-main-thread */
  return path != NULL;
}

static gpointer search_thread(gpointer path) { return GINT_TO_POINTER(open_message(path)); }

static void search(GtkButton *button, gpointer path) {
  (void)button;
  ask_user = FALSE;
  thread = g_thread_new("search", search_thread, path);
  ask_user = TRUE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *find = gtk_button_new_with_label("Search");
  status = gtk_label_new("");
  g_signal_connect(find, "clicked", G_CALLBACK(search), argv[argc - 1]);
  gtk_container_add(GTK_CONTAINER(box), find);
  gtk_container_add(GTK_CONTAINER(box), status);
  gtk_container_add(GTK_CONTAINER(window), box);
  gtk_widget_show_all(window);
  gtk_main();
  g_thread_join(thread);
  return 0;
}
