// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// A handler of pthread_atfork for the child flushes the display.
#include <gtk/gtk.h>
#include <pthread.h>

static void before(void) { gdk_flush(); }
static void in_child(void) { gdk_flush(); } // EXPECT: gui-call-after-fork

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  pthread_atfork(before, NULL, in_child);
  gtk_main();
  return 0;
}
