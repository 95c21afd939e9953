// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A D-Bus message filter runs on GDBus's own thread; a subscription made on main is delivered on main.
// CHAIN: watch_message
#include <gtk/gtk.h>

static GtkWidget *label;

static GDBusMessage *watch_message(GDBusConnection *connection, GDBusMessage *message, gboolean incoming,
                                   gpointer data) {
  (void)connection;
  (void)data;
  if (incoming)
    gtk_label_set_text(GTK_LABEL(label), g_dbus_message_get_member(message)); /* EXPECT: gtk-off-main-thread */
  return message;
}

static void on_name_lost(GDBusConnection *connection, const char *sender, const char *path, const char *interface,
                         const char *signal, GVariant *parameters, gpointer data) {
  (void)connection, (void)sender, (void)path, (void)interface, (void)parameters, (void)data;
  gtk_label_set_text(GTK_LABEL(label), signal);
}

static void on_bus(GObject *source, GAsyncResult *result, gpointer data) {
  GDBusConnection *bus = g_bus_get_finish(result, NULL);
  (void)source;
  (void)data;
  if (!bus)
    return;
  g_dbus_connection_add_filter(bus, watch_message, NULL, NULL);
  g_dbus_connection_signal_subscribe(bus, NULL, "org.freedesktop.DBus", "NameLost", NULL, NULL, 0, on_name_lost, NULL,
                                     NULL);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  label = gtk_label_new("");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  g_bus_get(G_BUS_TYPE_SESSION, NULL, on_bus, NULL);
  gtk_main();
  return 0;
}
