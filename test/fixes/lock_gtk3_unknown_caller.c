// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// ADVICE: nothing that was seen calls 'plugin_show'
// ADVICE: lock_gtk3_unknown_caller.c:10 stands in the way: nothing that was seen calls 'plugin_show'
// ADVICE: lock_gtk3_unknown_caller.c:10 stands in the way: nothing that was seen calls 'plugin_show'
//
// Who calls a function that takes the lock is not seen: it may be a thread.
#include <gtk/gtk.h>

void plugin_show(GtkWidget *label); void plugin_show(GtkWidget *label) { gdk_threads_enter(); gtk_widget_show(label); gdk_threads_leave(); }

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
