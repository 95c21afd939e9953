// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A handler given to signal() or sigaction() runs asynchronously, in the middle of anything: never on main in the sense of
// the rules. g_unix_signal_add's callback is an ordinary source and fine.
// CHAIN: on_sigint
#include <glib-unix.h>
#include <gtk/gtk.h>
#include <signal.h>

static GtkWidget *window;

static void on_sigint(int number) {
  (void)number;
  gtk_main_quit(); /* EXPECT: gtk-off-main-thread */
}

static void on_sigusr1(int number, siginfo_t *info, void *context) {
  (void)number;
  (void)info;
  (void)context;
  gtk_widget_show(window); /* EXPECT: gtk-off-main-thread */
}

static gboolean on_sigterm(gpointer data) {
  (void)data;
  gtk_main_quit();
  return G_SOURCE_REMOVE;
}

int main(int argc, char **argv) {
  struct sigaction action = {.sa_sigaction = on_sigusr1, .sa_flags = SA_SIGINFO};
  gtk_init(&argc, &argv);
  window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  signal(SIGINT, on_sigint);
  sigaction(SIGUSR1, &action, NULL);
  g_unix_signal_add(SIGTERM, on_sigterm, NULL);
  gtk_main();
  return 0;
}
