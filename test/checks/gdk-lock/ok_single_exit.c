// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Every path goes through the same end.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GtkWidget *label;

static int pending;

static gboolean refresh(gpointer data) {
  gboolean again = FALSE;
  (void)data;
  GDK_THREADS_ENTER();
  if (pending == 0)
    goto out;
  gtk_label_set_text(GTK_LABEL(label), "pending");
  again = TRUE;
out:
  GDK_THREADS_LEAVE();
  return again;
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
