// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An idle callback is given the address of a local struct; the handler has returned when it runs.
#include <gtk/gtk.h>

typedef struct {
  GtkLabel *label;
  int percent;
} Progress;

static gboolean show(gpointer data) {
  Progress *progress = data;
  char *text = g_strdup_printf("%d %%", progress->percent);
  gtk_label_set_text(progress->label, text);
  g_free(text);
  return G_SOURCE_REMOVE;
}

static void clicked(GtkButton *button, gpointer label) {
  (void)button;
  Progress progress = {label, 50};
  g_idle_add(show, &progress); // EXPECT: handoff-dangling-capture
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *button = gtk_button_new_with_label("half");
  g_signal_connect(button, "clicked", G_CALLBACK(clicked), gtk_label_new(NULL));
  gtk_main();
  return 0;
}
