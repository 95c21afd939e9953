// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Descriptors that were made non-blocking before: by a flag of socket(), by fcntl(), in a helper, in the caller, for a field.
// CHECKS: blocking-call-on-main
#include <fcntl.h>
#include <glib-unix.h>
#include <gtk/gtk.h>
#include <sys/socket.h>

struct link {
  int fd;
};

static const struct sockaddr *address;

static int set_nonblocking(int fd, gboolean on) {
  int flags = fcntl(fd, F_GETFL, 0);
  if (on)
    flags |= O_NONBLOCK;
  else
    flags &= ~O_NONBLOCK;
  return fcntl(fd, F_SETFL, flags);
}

static void begin(int fd) { connect(fd, address, 16); }

static void on_connect(GtkButton *button, gpointer data) {
  struct link *link = data;
  char byte;
  int made = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), set = socket(AF_INET, SOCK_STREAM, 0),
      helped = socket(AF_INET, SOCK_STREAM, 0), passed = socket(AF_INET, SOCK_STREAM, 0);
  (void)button;
  connect(made, address, 16);
  fcntl(set, F_SETFL, fcntl(set, F_GETFL) | O_NONBLOCK);
  connect(set, address, 16);
  set_nonblocking(helped, TRUE);
  connect(helped, address, 16);
  g_unix_set_fd_nonblocking(passed, TRUE, NULL);
  begin(passed);
  recv(link->fd, &byte, 1, 0);
}

int main(int argc, char **argv) {
  static struct link link;
  gtk_init(&argc, &argv);
  link.fd = socket(AF_INET, SOCK_STREAM, 0);
  fcntl(link.fd, F_SETFL, O_NONBLOCK);
  g_signal_connect(gtk_button_new(), "clicked", G_CALLBACK(on_connect), &link);
  gtk_main();
  return 0;
}
