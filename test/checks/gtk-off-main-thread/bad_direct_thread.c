// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A thread started with g_thread_new touches a label itself: the plainest form of the bug.
// CHAIN: count_files
#include <gtk/gtk.h>

static GtkWidget *status;

static gpointer count_files(gpointer data) {
  const char *path = data;
  GDir *dir = g_dir_open(path, 0, NULL);
  int n = 0;
  if (!dir)
    return NULL;
  while (g_dir_read_name(dir))
    n++;
  g_dir_close(dir);
  char *text = g_strdup_printf("%d files", n);
  gtk_label_set_text(GTK_LABEL(status), text); /* EXPECT: gtk-off-main-thread */
  g_free(text);
  return NULL;
}

static void on_count(GtkButton *button, gpointer data) {
  (void)button;
  GThread *thread = g_thread_new("count", count_files, data);
  g_thread_unref(thread);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_label("Count");
  status = gtk_label_new("");
  gtk_container_add(GTK_CONTAINER(box), button);
  gtk_container_add(GTK_CONTAINER(box), status);
  gtk_container_add(GTK_CONTAINER(window), box);
  g_signal_connect(button, "clicked", G_CALLBACK(on_count), "/usr/bin");
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
