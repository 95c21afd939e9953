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

static gpointer add_thread(gpointer data) {
  Job *job = data;
  GtkWidget *button = gtk_button_new_with_label("More"); // ADVICE: 'job' cannot be carried: it is a pointer
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), job);
  gtk_container_add(GTK_CONTAINER(job->box), button);
  g_free(job);
  return NULL;
}

void add_later(GtkWidget *box) {
  Job *job = g_new0(Job, 1);
  job->box = box;
  g_thread_unref(g_thread_new("add", add_thread, job));
}
