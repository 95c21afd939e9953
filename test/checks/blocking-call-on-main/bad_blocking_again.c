// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Another descriptor is non-blocking, this one is blocking again, and of a third only the close-on-exec flag was set.
// CHECKS: blocking-call-on-main
#include <fcntl.h>
#include <glib-unix.h>
#include <gtk/gtk.h>
#include <sys/socket.h>

static const struct sockaddr *address;

static void on_connect(GtkButton *button, gpointer data) {
  int other = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), again = socket(AF_INET, SOCK_STREAM, 0),
      closed = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  char byte;
  (void)button, (void)data;
  connect(other, address, 16);
  g_unix_set_fd_nonblocking(again, TRUE, NULL);
  g_unix_set_fd_nonblocking(again, FALSE, NULL);
  connect(again, address, 16); /* EXPECT: blocking-call-on-main */
  fcntl(closed, F_SETFD, FD_CLOEXEC);
  connect(closed, address, 16); /* EXPECT: blocking-call-on-main */
  recv(closed, &byte, 1, 0);    /* EXPECT: blocking-call-on-main */
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_signal_connect(gtk_button_new(), "clicked", G_CALLBACK(on_connect), NULL);
  gtk_main();
  return 0;
}
