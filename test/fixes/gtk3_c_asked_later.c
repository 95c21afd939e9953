// FLAGS: gtk3
// ADVICE: it would be made first
// ADVICE: it would be made first
// ADVICE: it leaves the function
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is asked in between would not know of what was posted.
#include <gtk/gtk.h>
#include <string.h>

typedef struct {
  GtkWidget *label, *entry;
  int count;
} App;
static App app;

static gpointer work(gpointer data) {
  App *a = data;
  gtk_entry_set_text(GTK_ENTRY(a->entry), "abc");
  gtk_widget_show(a->label);
  if (strlen(gtk_entry_get_text(GTK_ENTRY(a->entry))) > 2)
    return a;
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
