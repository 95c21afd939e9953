// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// The child leaves in a helper that is not declared to never return; what follows the if is the parent's.
#include <gtk/gtk.h>
#include <unistd.h>

static void work(int out) {
  if (write(out, "done", 4) != 4)
    _exit(1);
  _exit(0);
}

static gboolean on_output(GIOChannel *source, GIOCondition condition, gpointer data) {
  gtk_label_set_text(GTK_LABEL(data), "done");
  return FALSE;
}

static void on_clicked(GtkButton *button, gpointer data) {
  int ends[2];
  if (pipe(ends))
    return;
  if (fork() == 0)
    work(ends[1]);
  close(ends[1]);
  g_io_add_watch(g_io_channel_unix_new(ends[0]), G_IO_IN, on_output, data);
  gtk_button_set_label(button, "working");
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new(), *label = gtk_label_new("");
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), label);
  gtk_main();
  return 0;
}
