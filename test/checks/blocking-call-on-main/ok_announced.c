// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Handlers of watches that read once what their watch has announced: from the channel or descriptor they are given, through a
// helper, and by the variable that is watched.
// CHECKS: blocking-call-on-main
#include <glib-unix.h>
#include <gtk/gtk.h>
#include <sys/socket.h>

static int listener, peer;

static gboolean on_channel(GIOChannel *channel, GIOCondition condition, gpointer data) {
  gchar byte;
  gsize got;
  (void)condition, (void)data;
  g_io_channel_read_chars(channel, &byte, 1, &got, NULL);
  return TRUE;
}

static int take(int fd) { return accept(fd, NULL, NULL); }

static gboolean on_connection(GIOChannel *channel, GIOCondition condition, gpointer data) {
  int fd = g_io_channel_unix_get_fd(channel);
  (void)condition, (void)data;
  peer = take(fd);
  return TRUE;
}

static gboolean on_input(gint fd, GIOCondition condition, gpointer data) {
  char byte;
  (void)condition, (void)data;
  return recv(fd, &byte, 1, 0) == 1;
}

static gboolean on_peer(GIOChannel *channel, GIOCondition condition, gpointer data) {
  char byte;
  (void)channel, (void)condition, (void)data;
  return recv(peer, &byte, 1, 0) == 1;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  listener = socket(AF_UNIX, SOCK_STREAM, 0);
  g_io_add_watch(g_io_channel_unix_new(0), G_IO_IN, on_channel, NULL);
  g_io_add_watch(g_io_channel_unix_new(listener), G_IO_IN, on_connection, NULL);
  g_io_add_watch(g_io_channel_unix_new(peer), G_IO_IN, on_peer, NULL);
  g_unix_fd_add(3, G_IO_IN, on_input, NULL);
  gtk_main();
  return 0;
}
