// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One function used by a handler on main and by two workers: one finding, at the call; the other entries are listed in it.
#include <gtk/gtk.h>

static GtkWidget *label;

static void set_message(const char *text) {
  gtk_label_set_text(GTK_LABEL(label), text); /* EXPECT: gtk-off-main-thread */
}

static gpointer first_thread(gpointer data) {
  set_message(data);
  return NULL;
}

static gpointer second_thread(gpointer data) {
  set_message(data);
  return NULL;
}

static void on_clicked(GtkButton *button, gpointer data) {
  (void)button;
  set_message(data);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_label("Click");
  label = gtk_label_new("");
  gtk_container_add(GTK_CONTAINER(box), button);
  gtk_container_add(GTK_CONTAINER(box), label);
  gtk_container_add(GTK_CONTAINER(window), box);
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), "clicked");
  gtk_widget_show_all(window);
  g_thread_unref(g_thread_new("first", first_thread, "one"));
  g_thread_unref(g_thread_new("second", second_thread, "two"));
  gtk_main();
  return 0;
}
