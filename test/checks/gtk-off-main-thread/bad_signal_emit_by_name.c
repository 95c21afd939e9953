// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The emission names the signal by string, the handler is connected with g_signal_connect_swapped: the label itself is the
// first argument.
// CHAIN: poll_thread -> show_level
#include <gtk/gtk.h>

typedef struct {
  GObject parent_instance;
} Battery;
typedef struct {
  GObjectClass parent_class;
} BatteryClass;
GType battery_get_type(void);
G_DEFINE_TYPE(Battery, battery, G_TYPE_OBJECT)

static void battery_class_init(BatteryClass *klass) {
  g_signal_new("level-changed", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_FIRST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
               G_TYPE_INT);
}
static void battery_init(Battery *self) { (void)self; }

static gpointer poll_thread(gpointer data) {
  for (int level = 100; level > 0; level--) {
    g_signal_emit_by_name(data, "level-changed", level);
    g_usleep(G_USEC_PER_SEC);
  }
  return NULL;
}

static void show_level(GtkLabel *label, int level) {
  char text[16];
  g_snprintf(text, sizeof text, "%d %%", level);
  gtk_label_set_text(label, text); /* EXPECT: gtk-off-main-thread */
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *label = gtk_label_new("?");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  Battery *battery = g_object_new(battery_get_type(), NULL);
  g_signal_connect_swapped(battery, "level-changed", G_CALLBACK(show_level), label);
  g_thread_unref(g_thread_new("battery", poll_thread, battery));
  gtk_main();
  return 0;
}
