// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Synchronous D-Bus in a timeout callback and in the callback of an asynchronous call: both run from the main loop.
// CHAIN: poll_player -> player_position
#include <gtk/gtk.h>

static GDBusProxy *player;

static gint64 player_position(void) {
  GVariant *value = g_dbus_proxy_call_sync(player, "Position", NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL); /* EXPECT: blocking-call-on-main */
  gint64 position = 0;
  if (value) {
    g_variant_get(value, "(x)", &position);
    g_variant_unref(value);
  }
  return position;
}

static gboolean poll_player(gpointer slider) {
  gtk_range_set_value(slider, (double)player_position());
  return G_SOURCE_CONTINUE;
}

static void on_bus(GObject *source, GAsyncResult *result, gpointer slider) {
  GDBusConnection *bus = g_bus_get_finish(result, NULL);
  (void)source;
  player = g_dbus_proxy_new_sync(bus, 0, NULL, "org.example.Player", "/player", "org.example.Player", NULL, NULL); /* EXPECT: blocking-call-on-main */
  g_timeout_add(250, poll_player, slider);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *slider = gtk_scale_new_with_range(GTK_ORIENTATION_HORIZONTAL, 0, 100, 1);
  gtk_container_add(GTK_CONTAINER(window), slider);
  gtk_widget_show_all(window);
  g_bus_get(G_BUS_TYPE_SESSION, NULL, on_bus, slider);
  gtk_main();
  return 0;
}
