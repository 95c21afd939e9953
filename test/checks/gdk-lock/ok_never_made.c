// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gdk_threads_init() is never called, so the pair is without effect, and nobody has to take the lock.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GtkWidget *label;

static gboolean refresh(gpointer data) {
  gtk_label_set_text(GTK_LABEL(label), data);
  return TRUE;
}

static gboolean old(gpointer data) {
  gdk_threads_enter();
  gtk_label_set_text(GTK_LABEL(label), data);
  gdk_threads_leave();
  return FALSE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  g_timeout_add(100, refresh, "tick");
  g_idle_add(old, "old");
  gtk_main();
  return 0;
}
