// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// CHECKS: gui-call-after-fork
#include "log.h"
#include <netdb.h>
#include <unistd.h>

static void resolve(const char *host, int out) {
  struct addrinfo *found;
  pid_t pid = fork();
  if (pid != 0)
    return;
  if (getaddrinfo(host, NULL, NULL, &found) != 0) {
    g_warning("cannot resolve %s", host);
    _exit(1);
  }
  if (write(out, found->ai_addr, found->ai_addrlen) < 0)
    _exit(1);
  _exit(0);
}

static void on_connect(GtkButton *button, gpointer data) { resolve("example.org", 1); }

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  log_init();
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_connect), NULL);
  gtk_main();
  return 0;
}
