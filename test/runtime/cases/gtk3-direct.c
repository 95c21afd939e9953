// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A worker calls widgets itself, and posts what is right.
#include <gtk/gtk.h>

static GtkWidget *label;

static gboolean show(gpointer text) {
  gtk_label_set_text(GTK_LABEL(label), text);
  return G_SOURCE_REMOVE;
}

static gpointer work(gpointer unused) {
  gtk_label_set_text(GTK_LABEL(label), "wrong"); // EXPECT(gtk-off-main-thread gtk_label_set_text)
  for (int i = 0; i < 3; i++)
    gtk_widget_queue_draw(label); // EXPECT(gtk-off-main-thread gtk_widget_queue_draw)
  GtkWidget *button = gtk_button_new(); // EXPECT(gtk-off-main-thread gtk_button_new)
  (void)button;
  g_idle_add(show, "right");
  return NULL;
}

static gboolean quit(gpointer unused) {
  gtk_main_quit();
  return G_SOURCE_REMOVE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  label = gtk_label_new("");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  g_thread_join(g_thread_new("worker", work, NULL));
  g_timeout_add(200, quit, NULL);
  gtk_main();
  return 0;
}
