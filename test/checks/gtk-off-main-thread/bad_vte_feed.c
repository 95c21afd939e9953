// FLAGS: vte
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// VTE belongs to the GTK family: feeding a terminal from the thread that reads a process is the obvious mistake.
// CHAIN: reader_thread
#include <unistd.h>
#include <vte/vte.h>

static VteTerminal *terminal;

static gpointer reader_thread(gpointer data) {
  char chunk[4096];
  ssize_t n;
  while ((n = read(GPOINTER_TO_INT(data), chunk, sizeof chunk)) > 0)
    vte_terminal_feed(terminal, chunk, n); /* EXPECT: gtk-off-main-thread */
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *widget = vte_terminal_new();
  terminal = VTE_TERMINAL(widget);
  gtk_container_add(GTK_CONTAINER(window), widget);
  gtk_widget_show_all(window);
  g_thread_unref(g_thread_new("reader", reader_thread, GINT_TO_POINTER(0)));
  gtk_main();
  return 0;
}
