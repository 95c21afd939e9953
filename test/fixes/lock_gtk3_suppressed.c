// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// ADVICE: go together or not at all, and lock_gtk3_suppressed.c:16 is not to be fixed
// ADVICE: go together or not at all, and lock_gtk3_suppressed.c:16 is not to be fixed
// ADVICE: go together or not at all, and lock_gtk3_suppressed.c:16 is not to be fixed
//
// One use of the lock is to stay: then all of them must.
#include <gtk/gtk.h>

static gboolean tick(gpointer label) {
  gdk_threads_enter();
  gtk_label_set_text(GTK_LABEL(label), "tick");
  gdk_threads_leave();
  return G_SOURCE_REMOVE;
}
static void stay(void) { gdk_threads_enter(); /* NOLINT(gdk-threads-deprecated) */ }

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_idle_add(tick, gtk_label_new(""));
  stay();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
