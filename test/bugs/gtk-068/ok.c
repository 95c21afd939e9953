// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-068, Rhythmbox, fixed: the call is begun and its reply taken later.
#include <gtk/gtk.h>

typedef struct {
  GDBusProxy *proxy;
} MmkeysPlugin;

static void grab_done(GObject *proxy, GAsyncResult *result, gpointer data) {
  (void)data;
  GVariant *ignored = g_dbus_proxy_call_finish(G_DBUS_PROXY(proxy), result, NULL);
  if (ignored)
    g_variant_unref(ignored);
}

static gboolean window_focus_cb(GtkWidget *window, GdkEventFocus *event, MmkeysPlugin *plugin) {
  (void)window;
  (void)event;
  g_dbus_proxy_call(plugin->proxy, "GrabMediaPlayerKeys", g_variant_new("(su)", "Player", 0), G_DBUS_CALL_FLAGS_NONE,
                    -1, NULL, grab_done, plugin);
  return FALSE;
}

static void impl_activate(MmkeysPlugin *plugin, GtkWidget *window) {
  plugin->proxy = g_dbus_proxy_new_for_bus_sync(G_BUS_TYPE_SESSION, G_DBUS_PROXY_FLAGS_NONE, NULL,
                                                "org.gnome.SettingsDaemon", "/org/gnome/SettingsDaemon/MediaKeys",
                                                "org.gnome.SettingsDaemon.MediaKeys", NULL, NULL);
  g_signal_connect(window, "focus-in-event", G_CALLBACK(window_focus_cb), plugin);
}

int main(int argc, char **argv) {
  static MmkeysPlugin plugin;
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  impl_activate(&plugin, window);
  gtk_widget_show(window);
  gtk_main();
  return 0;
}
