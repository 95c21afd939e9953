// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The worker passes a constant with which the function does not ask, and so runs no loop.
// CHECKS: main-loop-off-main-thread,gtk-off-main-thread
#include <gtk/gtk.h>

enum depth { SHALLOW, DEEP };

static int ask(void) {
  GtkWidget *dialog = gtk_dialog_new();
  while (gtk_widget_get_visible(dialog))
    gtk_main_iteration();
  return 1;
}

static void save(gboolean force) {
  if (!force && ask())
    return;
  g_file_set_contents("state", "saved", -1, NULL);
}

static void check(enum depth depth) {
  if (depth == DEEP)
    save(FALSE);
  else
    save(TRUE);
}

static gpointer autosave(gpointer data) {
  (void)data;
  save(TRUE);
  check(SHALLOW);
  return NULL;
}

static void on_quit(GtkButton *button, gpointer data) {
  (void)button;
  (void)data;
  save(FALSE);
  check(DEEP);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *quit = gtk_button_new();
  g_signal_connect(quit, "clicked", G_CALLBACK(on_quit), NULL);
  g_thread_unref(g_thread_new("autosave", autosave, NULL));
  gtk_main();
  return 0;
}
