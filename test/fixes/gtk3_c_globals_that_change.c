// FLAGS: gtk3
// RUN: yes
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A text in static memory and a global pointer are other ones by then: what they are now is carried.
#include <gtk/gtk.h>
#include <string.h>

typedef struct {
  GtkWidget *label, *entry;
  int count;
} App;
static App app;

static char buffer[32];
static GtkWidget *popup;

static gpointer work(gpointer data) {
  App *a = data;
  strcpy(buffer, "first");
  gtk_label_set_text(GTK_LABEL(a->label), buffer);
  strcpy(buffer, "second");
  popup = a->entry;
  gtk_widget_hide(popup);
  popup = NULL;
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
