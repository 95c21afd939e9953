// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The project's own hand-off: a function that only ever posts its function parameter to main. Callers in workers are fine.
#include "post.h"
#include <gtk/gtk.h>

static GtkWidget *label;

static void show_done(void *data) { gtk_label_set_text(GTK_LABEL(label), data); }

static gpointer compile_thread(gpointer data) {
  (void)data;
  run_on_ui(show_done, "compiling");
  g_usleep(500000);
  run_on_ui(show_done, "done");
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  label = gtk_label_new("");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  g_thread_unref(g_thread_new("compile", compile_thread, NULL));
  gtk_main();
  return 0;
}
