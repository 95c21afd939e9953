// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Brasero: the probe thread's last act is g_idle_add(medium_probed, self): completion, and the emission it makes, on main.
#include <gtk/gtk.h>

typedef struct {
  GObject parent_instance;
  GThread *probe;
  GMutex mutex;
  guint probe_id;
} Medium;
typedef struct {
  GObjectClass parent_class;
} MediumClass;
GType medium_get_type(void);
G_DEFINE_TYPE(Medium, medium, G_TYPE_OBJECT)

static guint probed_signal;

static gboolean medium_probed(gpointer data) {
  Medium *self = data;
  g_mutex_lock(&self->mutex);
  self->probe_id = 0;
  g_mutex_unlock(&self->mutex);
  g_signal_emit(self, probed_signal, 0);
  return FALSE;
}

static gpointer medium_probe_thread(gpointer data) {
  Medium *self = data;
  g_usleep(G_USEC_PER_SEC);
  g_mutex_lock(&self->mutex);
  self->probe = NULL;
  self->probe_id = g_idle_add(medium_probed, self);
  g_mutex_unlock(&self->mutex);
  return NULL;
}

static void medium_class_init(MediumClass *klass) {
  probed_signal = g_signal_new("probed", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}
static void medium_init(Medium *self) {
  g_mutex_init(&self->mutex);
  self->probe = g_thread_new("probe", medium_probe_thread, self);
}

static void on_probed(Medium *medium, GtkLabel *label) {
  (void)medium;
  gtk_label_set_text(label, "probed");
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *label = gtk_label_new("probing");
  Medium *medium = g_object_new(medium_get_type(), NULL);
  g_signal_connect(medium, "probed", G_CALLBACK(on_probed), label);
  gtk_main();
  return 0;
}
