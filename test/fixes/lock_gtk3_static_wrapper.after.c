// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Static functions that do nothing but take the lock: without it nobody has to call them.
#include <gtk/gtk.h>

static void unlock_ui(void)
{
  gdk_flush();
}

static gboolean tick(gpointer label) {
  gtk_label_set_text(GTK_LABEL(label), "tick");
  unlock_ui();

  gtk_widget_show(label);
  return G_SOURCE_REMOVE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *label = gtk_label_new("");
  g_idle_add(tick, label);
  gtk_main();
  return 0;
}
