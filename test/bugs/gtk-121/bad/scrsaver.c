// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scrsaver.h"

static GDBusProxy *gs_proxy;
static guint32 cookie;

static void screensaver_inhibit_dbus(gboolean inhibit) {
  GVariant *value;
  if (inhibit) {
    value = g_dbus_proxy_call_sync(gs_proxy, "Inhibit", g_variant_new("(ss)", "Viewer", "Presentation"), G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL); /* EXPECT: blocking-call-on-main */
    if (value)
      g_variant_get(value, "(u)", &cookie);
  } else {
    value = g_dbus_proxy_call_sync(gs_proxy, "UnInhibit", g_variant_new("(u)", cookie), G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL); /* EXPECT: blocking-call-on-main */
  }
  if (value)
    g_variant_unref(value);
}

void scrsaver_set_proxy(GDBusProxy *proxy) { gs_proxy = proxy; }
void scrsaver_disable(void) { screensaver_inhibit_dbus(TRUE); }
void scrsaver_enable(void) { screensaver_inhibit_dbus(FALSE); }
