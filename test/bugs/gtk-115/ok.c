// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-115, Brasero, fixed: the thread is not joined; it clears its own handle under a mutex before it posts.
#include <gtk/gtk.h>

typedef struct {
  GThread *probe;
  GMutex mutex;
  guint probe_id;
  GtkWidget *label;
} Medium;

static gboolean medium_probed(gpointer data) {
  Medium *self = data;
  g_mutex_lock(&self->mutex);
  self->probe_id = 0;
  g_mutex_unlock(&self->mutex);
  gtk_label_set_text(GTK_LABEL(self->label), "probed");
  return FALSE;
}

static gpointer medium_probe_thread(gpointer data) {
  Medium *self = data;
  g_usleep(500000);
  g_mutex_lock(&self->mutex);
  self->probe = NULL;
  self->probe_id = g_idle_add(medium_probed, self);
  g_mutex_unlock(&self->mutex);
  return NULL;
}

int main(int argc, char **argv) {
  static Medium medium;
  g_thread_init(NULL);
  gtk_init(&argc, &argv);
  g_mutex_init(&medium.mutex);
  medium.label = gtk_label_new("probing");
  medium.probe = g_thread_create(medium_probe_thread, &medium, FALSE, NULL);
  gtk_main();
  return 0;
}
