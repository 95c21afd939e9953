// FLAGS: gtk3
// ADVICE: it would be made first
// ADVICE: the address of an element
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An element's address stands for all that follow it; what comes before on the same label waits for it.
#include <gtk/gtk.h>

typedef struct {
  GtkWidget *label, *entry;
  int count;
} App;
static App app;

static gpointer work(gpointer data) {
  App *a = data;
  char text[16] = "xabc";
  gtk_label_set_text(GTK_LABEL(a->label), text);
  gtk_label_set_text(GTK_LABEL(a->label), &text[1]);
  text[0] = 0;
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  gtk_container_add(GTK_CONTAINER(window), box);
  app.label = gtk_label_new("");
  app.entry = gtk_entry_new();
  gtk_container_add(GTK_CONTAINER(box), app.label);
  gtk_container_add(GTK_CONTAINER(box), app.entry);
  gtk_widget_show_all(window);
  GThread *thread = g_thread_new("worker", work, &app);
  gtk_main();
  g_thread_join(thread);
  return 0;
}
