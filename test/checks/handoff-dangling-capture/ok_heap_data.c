// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The callback owns a copy; a static outlives everything.
#include <gtk/gtk.h>

typedef struct {
  GtkLabel *label;
  char *text;
} Update;

static int calls;

static gboolean apply(gpointer data) {
  Update *update = data;
  gtk_label_set_text(update->label, update->text);
  g_free(update->text);
  g_free(update);
  return G_SOURCE_REMOVE;
}

static gboolean count(gpointer data) {
  ++*(int *)data;
  return G_SOURCE_REMOVE;
}

static void clicked(GtkButton *button, gpointer label) {
  static int clicks;
  Update local = {label, g_strdup(gtk_button_get_label(button))};
  Update *update = g_memdup2(&local, sizeof local);
  g_idle_add(apply, update);
  g_idle_add(count, &clicks);
  g_idle_add(count, &calls);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_signal_connect(gtk_button_new(), "clicked", G_CALLBACK(clicked), gtk_label_new(NULL));
  gtk_main();
  return 0;
}
