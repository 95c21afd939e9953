// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scrsaver.h"

static GDBusProxy *gs_proxy;
static guint32 cookie;

static void on_inhibit_cb(GObject *source, GAsyncResult *result, gpointer data) {
  (void)data;
  GVariant *value = g_dbus_proxy_call_finish(G_DBUS_PROXY(source), result, NULL);
  if (value) {
    g_variant_get(value, "(u)", &cookie);
    g_variant_unref(value);
  }
}

static void screensaver_inhibit_dbus(gboolean inhibit) {
  if (inhibit)
    g_dbus_proxy_call(gs_proxy, "Inhibit", g_variant_new("(ss)", "Viewer", "Presentation"),
                      G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, on_inhibit_cb, NULL);
  else
    g_dbus_proxy_call(gs_proxy, "UnInhibit", g_variant_new("(u)", cookie), G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL,
                      NULL, NULL);
}

void scrsaver_set_proxy(GDBusProxy *proxy) { gs_proxy = proxy; }
void scrsaver_disable(void) { screensaver_inhibit_dbus(TRUE); }
void scrsaver_enable(void) { screensaver_inhibit_dbus(FALSE); }
