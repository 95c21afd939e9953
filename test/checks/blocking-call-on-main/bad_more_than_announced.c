// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What was announced is one connection: who then reads from the new peer, or until it is told enough, waits.
// CHECKS: blocking-call-on-main
#include <glib-unix.h>
#include <gtk/gtk.h>
#include <sys/socket.h>

static gboolean on_connection(gint fd, GIOCondition condition, gpointer data) {
  char line[80];
  int peer = accept(fd, NULL, NULL);
  (void)condition, (void)data;
  recv(peer, line, sizeof line, 0); /* EXPECT: blocking-call-on-main */
  return TRUE;
}

static gboolean on_input(gint fd, GIOCondition condition, gpointer data) {
  char byte = 0;
  (void)condition, (void)data;
  while (byte != '\n')
    recv(fd, &byte, 1, 0); /* EXPECT: blocking-call-on-main */
  return TRUE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_unix_fd_add(3, G_IO_IN, on_connection, NULL);
  g_unix_fd_add(4, G_IO_IN, on_input, NULL);
  gtk_main();
  return 0;
}
