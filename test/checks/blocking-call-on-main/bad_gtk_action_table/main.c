// FLAGS: gtk4
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The handler is named in a GActionEntry table, the slow call is behind a provider's function table two units away.
// CHAIN: verify_activated -> account_verify -> http_login
#include "actions.h"

static void activate(GtkApplication *app, gpointer data) {
  (void)data;
  gtk_window_present(GTK_WINDOW(gtk_application_window_new(app)));
}

int main(int argc, char **argv) {
  GtkApplication *app = gtk_application_new("org.example.account", G_APPLICATION_DEFAULT_FLAGS);
  actions_install(app);
  g_signal_connect(app, "activate", G_CALLBACK(activate), NULL);
  return g_application_run(G_APPLICATION(app), argc, argv);
}
