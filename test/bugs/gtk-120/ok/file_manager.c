// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "file_manager.h"

static void show_items_done(GObject *proxy, GAsyncResult *result, gpointer data) {
  (void)data;
  GVariant *reply = g_dbus_proxy_call_finish(G_DBUS_PROXY(proxy), result, NULL);
  if (reply)
    g_variant_unref(reply);
}

static void proxy_ready(GObject *source, GAsyncResult *result, gpointer data) {
  GFile *file = data;
  (void)source;
  GDBusProxy *proxy = g_dbus_proxy_new_for_bus_finish(result, NULL);
  if (proxy) {
    char *uri = g_file_get_uri(file);
    const char *uris[] = {uri, NULL};
    g_dbus_proxy_call(proxy, "ShowItems", g_variant_new("(^ass)", uris, ""), G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                      show_items_done, NULL);
    g_free(uri);
    g_object_unref(proxy);
  }
  g_object_unref(file);
}

void file_manager_show(GFile *file) {
  g_dbus_proxy_new_for_bus(G_BUS_TYPE_SESSION, G_DBUS_PROXY_FLAGS_NONE, NULL, "org.freedesktop.FileManager1",
                           "/org/freedesktop/FileManager1", "org.freedesktop.FileManager1", NULL, proxy_ready,
                           g_object_ref(file));
}
