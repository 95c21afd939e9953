// FLAGS: gtk3
// ADVICE: the main thread comes here as well
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The main thread asks right after what it has set.
#include <gtk/gtk.h>
#include <string.h>

typedef struct {
  GtkWidget *label, *entry;
  int count;
} App;
static App app;

static void say(App *a, const char *text) { gtk_label_set_text(GTK_LABEL(a->label), text); }

static gpointer work(gpointer data) {
  say(data, "worker");
  return NULL;
}

static gboolean tick(gpointer data) {
  App *a = data;
  say(a, "main");
  a->count = strlen(gtk_label_get_text(GTK_LABEL(a->label)));
  return G_SOURCE_REMOVE;
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
  g_timeout_add(10, tick, &app);
  GThread *thread = g_thread_new("worker", work, &app);
  gtk_main();
  g_thread_join(thread);
  return 0;
}
