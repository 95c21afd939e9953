// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "file_manager.h"

void file_manager_show(GFile *file) {
  GDBusProxy *proxy = g_dbus_proxy_new_for_bus_sync(G_BUS_TYPE_SESSION, G_DBUS_PROXY_FLAGS_NONE, NULL, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1", "org.freedesktop.FileManager1", NULL, NULL); /* EXPECT: blocking-call-on-main */
  if (!proxy)
    return;
  char *uri = g_file_get_uri(file);
  const char *uris[] = {uri, NULL};
  GVariant *args = g_variant_new("(^ass)", uris, "");
  GVariant *reply = g_dbus_proxy_call_sync(proxy, "ShowItems", args, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL); /* EXPECT: blocking-call-on-main */
  if (reply)
    g_variant_unref(reply);
  g_free(uri);
  g_object_unref(proxy);
}
