// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Comments about the lock go with it, others stay.
#include <gtk/gtk.h>

static gboolean tick(gpointer label) {
  /* The user sees this. */
  gtk_label_set_text(GTK_LABEL(label), "tick");

  // one tick is enough
  return G_SOURCE_REMOVE;
}

static gboolean tock(gpointer label) {
  // the block below is about the label
  gtk_label_set_text(GTK_LABEL(label), "tock");
  { gtk_widget_hide(label); }
  return G_SOURCE_REMOVE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *label = gtk_label_new("");
  g_idle_add(tick, label);
  g_idle_add(tock, label);
  /* main loop */
  gtk_main();
  return 0;
}
