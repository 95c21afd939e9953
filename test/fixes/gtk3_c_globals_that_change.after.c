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

typedef struct {
  GtkWidget *label;
  char *buffer;
} WorkIdle;

static void work_idle_free(gpointer user_data) {
  WorkIdle *idle_data = user_data;

  g_object_unref(idle_data->label);
  g_free(idle_data->buffer);
  g_free(idle_data);
}

static gboolean work_idle(gpointer user_data) {
  WorkIdle *idle_data = user_data;

  gtk_label_set_text(GTK_LABEL(idle_data->label), idle_data->buffer);

  return G_SOURCE_REMOVE;
}

static gboolean work_idle2(gpointer user_data) {
  GtkWidget *popup = user_data;

  gtk_widget_hide(popup);

  return G_SOURCE_REMOVE;
}

static gpointer work(gpointer data) {
  App *a = data;
  strcpy(buffer, "first");
  {
    WorkIdle *idle_data = g_new(WorkIdle, 1);

    idle_data->label = g_object_ref(a->label);
    idle_data->buffer = g_strdup(buffer);
    g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, work_idle, idle_data, work_idle_free);
  }
  strcpy(buffer, "second");
  popup = a->entry;
  g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, work_idle2, g_object_ref(popup), g_object_unref);
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
