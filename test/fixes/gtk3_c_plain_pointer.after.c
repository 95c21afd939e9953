// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The handler would get a pointer to what the thread frees.
#include <gtk/gtk.h>

typedef struct {
  GtkWidget *box;
  int serial;
} Job;

static void on_clicked(GtkButton *button, gpointer data) {
  (void)button;
  g_print("%d\n", ((Job *)data)->serial);
}

typedef struct {
  GtkWidget *box;
  GtkWidget *button;
} AddThreadIdle;

static void add_thread_idle_free(gpointer user_data) {
  AddThreadIdle *idle_data = user_data;

  g_object_unref(idle_data->box);
  g_clear_object(&idle_data->button);
  g_free(idle_data);
}

static gboolean add_thread_idle(gpointer user_data) {
  AddThreadIdle *idle_data = user_data;

  gtk_container_add(GTK_CONTAINER(idle_data->box), idle_data->button);

  return G_SOURCE_REMOVE;
}

static gpointer add_thread(gpointer data) {
  Job *job = data;
  GtkWidget *button = gtk_button_new_with_label("More"); // ADVICE: 'job' cannot be carried: it is a pointer
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), job);
  {
    AddThreadIdle *idle_data = g_new(AddThreadIdle, 1);

    idle_data->box = g_object_ref(job->box);
    idle_data->button = button;
    if (idle_data->button)
      g_object_ref(idle_data->button);
    g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, add_thread_idle, idle_data, add_thread_idle_free);
  }
  g_free(job);
  return NULL;
}

void add_later(GtkWidget *box) {
  Job *job = g_new0(Job, 1);
  job->box = box;
  g_thread_unref(g_thread_new("add", add_thread, job));
}
