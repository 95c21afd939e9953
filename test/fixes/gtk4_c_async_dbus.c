// FLAGS: gtk4
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// D-Bus: a connection, a proxy, a call. What the models pair is taken apart by the parameters' names.
#include <gtk/gtk.h>

static GDBusProxy *player;
static GDBusConnection *bus;

static void on_connect(GtkButton *button, gpointer user_data) {
  GError *error = NULL;

  bus = g_bus_get_sync(G_BUS_TYPE_SESSION, NULL, &error);
  if (!bus) {
    g_warning("%s", error->message);
    g_error_free(error);
  }
}

static void on_find(GtkButton *button, gpointer user_data) {
  player = g_dbus_proxy_new_sync(bus, G_DBUS_PROXY_FLAGS_NONE, NULL, "org.example.Player", "/org/example/Player", "org.example.Player",
                                 NULL, NULL);
  gtk_widget_set_sensitive(GTK_WIDGET(button), player != NULL);
}

static void on_play(GtkButton *button, gpointer user_data) {
  const int track = 7;
  GVariant *reply = g_dbus_proxy_call_sync(player, "Play", g_variant_new("(i)", track), G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  if (reply)
    g_variant_unref(reply);
  gtk_button_set_label(button, reply ? "playing" : "stopped");
}

static void activate(GtkApplication *application, gpointer user_data) {
  GtkWidget *window = gtk_application_window_new(application), *button = gtk_button_new();

  gtk_window_set_child(GTK_WINDOW(window), button);
  g_signal_connect(button, "clicked", G_CALLBACK(on_connect), NULL);
  g_signal_connect(button, "clicked", G_CALLBACK(on_find), NULL);
  g_signal_connect(button, "clicked", G_CALLBACK(on_play), NULL);
  gtk_window_present(GTK_WINDOW(window));
}

int main(int argc, char **argv) {
  GtkApplication *application = gtk_application_new("org.example.player", 0);

  g_signal_connect(application, "activate", G_CALLBACK(activate), NULL);
  return g_application_run(G_APPLICATION(application), argc, argv);
}
