// FLAGS: gtk3
// CHECKS: handoff-*
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A timeout with a local of a function that runs a loop of its own and takes the source back.
#include <gtk/gtk.h>

typedef struct {
  GMainLoop *loop;
  int left;
} Wait;

static gboolean tick(gpointer data) {
  Wait *wait = data;
  if (--wait->left > 0)
    return G_SOURCE_CONTINUE;
  g_main_loop_quit(wait->loop);
  return G_SOURCE_CONTINUE;
}

static void clicked(GtkButton *button, gpointer data) {
  (void)button;
  (void)data;
  Wait wait = {g_main_loop_new(NULL, FALSE), 3};
  guint id = g_timeout_add(100, tick, &wait);
  g_main_loop_run(wait.loop);
  g_source_remove(id);
  int left = 5;
  guint other = g_timeout_add(100, tick, &left);
  g_print("%d\n", left);
  g_source_remove(other);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_signal_connect(gtk_button_new(), "clicked", G_CALLBACK(clicked), NULL);
  gtk_main();
  return 0;
}
