// FLAGS: gtk4
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "actions.h"

typedef struct {
  int (*login)(const char *user);
  void (*logout)(void);
} Provider;

static int http_login(const char *user) {
  GSocketClient *client = g_socket_client_new();
  GSocketConnection *connection = g_socket_client_connect_to_host(client, user, 443, NULL, NULL); /* EXPECT: blocking-call-on-main */
  int ok = connection != NULL;
  g_clear_object(&connection);
  g_object_unref(client);
  return ok;
}

static void http_logout(void) {}

static const Provider provider = {http_login, http_logout};

void account_verify(void) {
  if (!provider.login("example.org"))
    provider.logout();
}
