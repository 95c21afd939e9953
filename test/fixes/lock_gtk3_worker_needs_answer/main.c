// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// CHECKS: gdk-threads-deprecated
// ADVICE: main.c:12 stands in the way
// ADVICE: main.c:12 stands in the way
// ADVICE: 'work' does under the lock on another thread cannot be posted to the main thread: 'on' is set, and the code that stays needs it
// ADVICE: main.c:12 stands in the way
// ADVICE: main.c:12 stands in the way
//
// A thread asks a widget and goes on with the answer: that needs the lock, and so all of the program does.
#include "view.h"
static gpointer work(gpointer switcher) { gboolean on; gdk_threads_enter();
  on = gtk_switch_get_active(switcher);
  gdk_threads_leave();
  g_message("%d", on);
  return NULL;
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  GtkWidget *label = gtk_label_new("");
  view_watch(label);
  g_thread_unref(g_thread_new("work", work, gtk_switch_new()));
  gtk_main();
  return 0;
}
