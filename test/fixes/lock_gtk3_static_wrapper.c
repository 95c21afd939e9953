// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Static functions that do nothing but take the lock: without it nobody has to call them.
#include <gtk/gtk.h>

static void lock_ui(void) { gdk_threads_enter(); }

static void unlock_ui(void)
{
  gdk_flush();
  gdk_threads_leave();
}

static inline void give_back(void) {
  gdk_threads_leave();
}

static gboolean tick(gpointer label) {
  lock_ui();
  gtk_label_set_text(GTK_LABEL(label), "tick");
  unlock_ui();

  lock_ui();
  gtk_widget_show(label);
  give_back();
  return G_SOURCE_REMOVE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *label = gtk_label_new("");
  g_idle_add(tick, label);
  gtk_main();
  return 0;
}
