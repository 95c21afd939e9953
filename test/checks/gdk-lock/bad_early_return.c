// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A timeout that keeps the lock when there is nothing to do: the next event never comes.
// CHECKS: gdk-lock
// CHAIN: refresh
#include <gtk/gtk.h>

static GtkWidget *label;

static int pending;

static gboolean refresh(gpointer data) {
  (void)data;
  gdk_threads_enter();
  if (pending == 0)
    return FALSE; /* EXPECT: gdk-lock */
  gtk_label_set_text(GTK_LABEL(label), "pending");
  gdk_threads_leave();
  return TRUE;
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  g_timeout_add(100, refresh, NULL);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
