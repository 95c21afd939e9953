// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-115, Brasero: the idle callback a probe thread posts as its last act joins that thread on main (and raced with the object's
// finalization, another rule's affair). Reduced to the medium's probe.
// CHAIN: medium_probed
#include <gtk/gtk.h>

typedef struct {
  GThread *probe;
  guint probe_id;
  GtkWidget *label;
} Medium;

static gboolean medium_probed(gpointer data) {
  Medium *self = data;
  g_thread_join(self->probe); /* EXPECT: blocking-call-on-main */
  self->probe = NULL;
  self->probe_id = 0;
  gtk_label_set_text(GTK_LABEL(self->label), "probed");
  return FALSE;
}

static gpointer medium_probe_thread(gpointer data) {
  Medium *self = data;
  g_usleep(500000);
  self->probe_id = g_idle_add(medium_probed, self);
  return NULL;
}

int main(int argc, char **argv) {
  static Medium medium;
  g_thread_init(NULL);
  gtk_init(&argc, &argv);
  medium.label = gtk_label_new("probing");
  medium.probe = g_thread_create(medium_probe_thread, &medium, TRUE, NULL);
  gtk_main();
  return 0;
}
