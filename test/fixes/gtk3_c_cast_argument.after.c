// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What comes as a gpointer is carried as what it is cast to.
#include <gtk/gtk.h>

static gboolean finished_idle(gpointer data) {
  gtk_label_set_text(GTK_LABEL(data), "finished");
  gtk_widget_set_sensitive(data, TRUE);

  return G_SOURCE_REMOVE;
}

static gpointer finished(gpointer data) {
  g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, finished_idle, g_object_ref(data), g_object_unref);
  return NULL;
}

typedef struct {
  GtkLabel *label;
  int n;
} CountedIdle;

static void counted_idle_free(gpointer user_data) {
  CountedIdle *idle_data = user_data;

  g_object_unref(idle_data->label);
  g_free(idle_data);
}

static gboolean counted_idle(gpointer user_data) {
  CountedIdle *idle_data = user_data;

  g_object_set(idle_data->label, "label", "counted", "width-chars", idle_data->n, NULL);

  return G_SOURCE_REMOVE;
}

static gpointer counted(gpointer data) {
  GtkLabel *label = GTK_LABEL(data);
  int n = 7;

  {
    CountedIdle *idle_data = g_new(CountedIdle, 1);

    idle_data->label = g_object_ref(label);
    idle_data->n = n;
    g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, counted_idle, idle_data, counted_idle_free);
  }
  return NULL;
}

void start(GtkWidget *label) {
  g_thread_unref(g_thread_new("finished", finished, label));
  g_thread_unref(g_thread_new("counted", counted, label));
}
