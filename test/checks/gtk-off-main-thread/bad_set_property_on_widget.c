// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GObject's own functions are thread safe in themselves, but setting a property of a widget runs the widget's code:
// g_object_set on a GtkWidget in a worker is as wrong as the setter.
// CHAIN: worker_main
#include <gtk/gtk.h>

typedef struct {
  GtkWidget *entry;
  GtkLabel *hint;
} Form;

static gpointer worker_main(gpointer data) {
  Form *form = data;
  g_object_set(form->entry, "text", "done", NULL); /* EXPECT: gtk-off-main-thread */
  g_object_set(form->hint, "label", "saved", NULL); /* EXPECT: gtk-off-main-thread */
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  Form form;
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  form.entry = gtk_entry_new();
  form.hint = GTK_LABEL(gtk_label_new(""));
  gtk_container_add(GTK_CONTAINER(box), form.entry);
  gtk_container_add(GTK_CONTAINER(box), GTK_WIDGET(form.hint));
  gtk_container_add(GTK_CONTAINER(window), box);
  gtk_widget_show_all(window);
  g_thread_unref(g_thread_new("worker", worker_main, &form));
  gtk_main();
  return 0;
}
