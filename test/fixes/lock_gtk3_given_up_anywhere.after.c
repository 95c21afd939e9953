// FLAGS: gtk3
// CHECKS: gdk-threads-deprecated
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A function that only gives the lock up for a while can be called by anybody: nobody holds it any more.
#include <gtk/gtk.h>

void library_wait(void);

void library_wait(void) {
  g_usleep(10);
}

static gboolean tick(gpointer label) {
  gtk_label_set_text(GTK_LABEL(label), "tick");
  return G_SOURCE_REMOVE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_idle_add(tick, gtk_label_new(""));
  gtk_main();
  return 0;
}
