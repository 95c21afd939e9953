// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A thread owner that stops and joins its thread in finalize, though a handler drops the reference; and the "destroy" of the
// last window ends the program.
#include <gtk/gtk.h>

typedef struct {
  GObject parent_instance;
  GThread *thread;
  gint stop;
} Sampler;
typedef struct {
  GObjectClass parent_class;
} SamplerClass;
GType sampler_get_type(void);
G_DEFINE_TYPE(Sampler, sampler, G_TYPE_OBJECT)

static gpointer sample_loop(gpointer data) {
  Sampler *self = data;
  while (!g_atomic_int_get(&self->stop))
    g_usleep(10000);
  return NULL;
}

static void sampler_finalize(GObject *object) {
  Sampler *self = (Sampler *)object;
  g_atomic_int_set(&self->stop, 1);
  g_thread_join(self->thread);
  G_OBJECT_CLASS(sampler_parent_class)->finalize(object);
}

static void sampler_class_init(SamplerClass *klass) { G_OBJECT_CLASS(klass)->finalize = sampler_finalize; }
static void sampler_init(Sampler *self) { self->thread = g_thread_new("sample", sample_loop, self); }

static void on_stop(GtkButton *button, gpointer sampler) {
  gtk_widget_set_sensitive(GTK_WIDGET(button), FALSE);
  g_object_unref(sampler);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  Sampler *sampler = g_object_new(sampler_get_type(), NULL);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *button = gtk_button_new_with_label("Stop");
  gtk_container_add(GTK_CONTAINER(window), button);
  g_signal_connect(button, "clicked", G_CALLBACK(on_stop), sampler);
  g_signal_connect(window, "destroy", G_CALLBACK(gtk_main_quit), NULL);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
