// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// ADVICE: the call is only a part of its statement
// ADVICE: lock_gtk3_part_of_expression.c:12 stands in the way: the call is only a part of its statement
// ADVICE: the macro that is used here does more than this
//
// What cannot be taken out keeps the others.
#include <gtk/gtk.h>

#define SHOWN(label) (gdk_threads_leave(), gtk_widget_get_visible(label))
static gboolean tick(gpointer label) {
  return gdk_threads_enter(), SHOWN(label);
}

#define LOCKED(label) do { gdk_threads_enter(); gtk_widget_show(label); } while (0)

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *label = gtk_label_new("");
  g_idle_add(tick, label);
  LOCKED(label);
  gtk_main();
  gdk_threads_leave();
  return 0;
}
