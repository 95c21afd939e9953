// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Paths that end the process keep nothing.
// CHECKS: gdk-lock
#include <gtk/gtk.h>
#include <stdlib.h>

static GtkWidget *label;

static void give_up(const char *why) {
  g_printerr("%s\n", why);
  exit(1);
}

static gboolean tick(gpointer data) {
  gdk_threads_enter();
  switch (GPOINTER_TO_INT(data)) {
  case 1:
    abort();
  case 2:
    g_error("two");
  case 3:
    g_assert_not_reached();
  case 4:
    give_up("four");
    break;
  case 5:
    exit(2);
  default:
    break;
  }
  g_assert(label != NULL);
  gtk_label_set_text(GTK_LABEL(label), "tick");
  gdk_threads_leave();
  return TRUE;
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  g_timeout_add(100, tick, GINT_TO_POINTER(argc));
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
