// FLAGS: glib
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A D-Bus service on a thread with a main context of its own: its methods are called there, and may wait.
// CHECKS: blocking-call-on-main
#include <gio/gio.h>

static void on_method(GDBusConnection *connection, const char *sender, const char *path, const char *interface,
                      const char *method, GVariant *parameters, GDBusMethodInvocation *invocation, gpointer data) {
  (void)connection, (void)sender, (void)path, (void)interface, (void)method, (void)parameters, (void)data;
  g_usleep(G_USEC_PER_SEC);
  g_dbus_method_invocation_return_value(invocation, NULL);
}

static const GDBusInterfaceVTable table = {on_method, NULL, NULL, {0}};

static void on_bus(GDBusConnection *connection, const char *name, gpointer info) {
  (void)name;
  g_dbus_connection_register_object(connection, "/org/example", info, &table, NULL, NULL, NULL);
}

static gpointer serve(gpointer info) {
  GMainContext *context = g_main_context_new();
  GMainLoop *loop = g_main_loop_new(context, FALSE);
  g_main_context_push_thread_default(context);
  g_bus_own_name(G_BUS_TYPE_SESSION, "org.example", 0, on_bus, NULL, NULL, info, NULL);
  g_main_loop_run(loop);
  return NULL;
}

int main(void) {
  GMainLoop *loop = g_main_loop_new(NULL, FALSE);
  g_thread_unref(g_thread_new("serve", serve, NULL));
  g_main_loop_run(loop);
  return 0;
}
