// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Name look-up, connect and a socket read from a dialog's response handler, through a project helper.
// CHAIN: on_response -> check_mail -> server_connect
#include <gtk/gtk.h>
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

static int server_connect(const char *host) {
  struct addrinfo *address = NULL;
  if (getaddrinfo(host, "pop3", NULL, &address) != 0) /* EXPECT: blocking-call-on-main */
    return -1;
  int fd = socket(address->ai_family, SOCK_STREAM, 0);
  if (connect(fd, address->ai_addr, address->ai_addrlen) != 0) { /* EXPECT: blocking-call-on-main */
    close(fd);
    fd = -1;
  }
  freeaddrinfo(address);
  return fd;
}

static int check_mail(const char *host) {
  char greeting[512];
  int fd = server_connect(host);
  if (fd < 0)
    return -1;
  ssize_t n = recv(fd, greeting, sizeof greeting, 0); /* EXPECT: blocking-call-on-main */
  close(fd);
  return n > 0;
}

static void on_response(GtkDialog *dialog, int response, gpointer host) {
  if (response == GTK_RESPONSE_OK && check_mail(host) > 0)
    gtk_widget_hide(GTK_WIDGET(dialog));
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *dialog = gtk_message_dialog_new(NULL, 0, GTK_MESSAGE_INFO, GTK_BUTTONS_OK, "Check mail");
  g_signal_connect(dialog, "response", G_CALLBACK(on_response), "mail.example.org");
  gtk_widget_show(dialog);
  gtk_main();
  return 0;
}
