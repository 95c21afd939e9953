// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From callback to callback goes no reference: the device may be gone before the next one.
// CHECKS: handoff-dangling-capture
#include <gtk/gtk.h>

typedef struct {
  GObject parent;
  gboolean syncing;
} DemoDevice;
typedef struct {
  GObjectClass parent;
} DemoDeviceClass;

GType demo_device_get_type(void);
G_DEFINE_TYPE(DemoDevice, demo_device, G_TYPE_OBJECT)

static void demo_device_dispose(GObject *object) { G_OBJECT_CLASS(demo_device_parent_class)->dispose(object); }
static void demo_device_class_init(DemoDeviceClass *klass) { G_OBJECT_CLASS(klass)->dispose = demo_device_dispose; }
static void demo_device_init(DemoDevice *self) { self->syncing = FALSE; }

static gboolean sync_ended(gpointer data) {
  DemoDevice *self = data;
  self->syncing = FALSE;
  return G_SOURCE_REMOVE;
}

static gboolean sync_lists(gpointer data) {
  DemoDevice *self = data;
  g_debug("lists of %p", (void *)self);
  g_idle_add(sync_ended, self); /* EXPECT: handoff-dangling-capture */
  return G_SOURCE_REMOVE;
}

static void on_confirmed(GtkDialog *dialog, int response, gpointer data) {
  (void)dialog;
  (void)response;
  DemoDevice *self = data;
  g_idle_add(sync_lists, self); /* EXPECT: handoff-dangling-capture */
}

static DemoDevice *device;

static void sync_clicked(GtkButton *button, gpointer data) {
  (void)button;
  device->syncing = TRUE;
  g_signal_connect(data, "response", G_CALLBACK(on_confirmed), device);
}

static void eject_clicked(GtkButton *button, gpointer data) {
  (void)button;
  (void)data;
  g_clear_object(&device);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *sync = gtk_button_new(), *eject = gtk_button_new();
  device = g_object_new(demo_device_get_type(), NULL);
  g_signal_connect(sync, "clicked", G_CALLBACK(sync_clicked), gtk_dialog_new());
  g_signal_connect(eject, "clicked", G_CALLBACK(eject_clicked), NULL);
  gtk_main();
  return 0;
}
