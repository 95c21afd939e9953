// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A program without the GDK lock: callbacks of GLib call GTK as they should.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static gboolean refresh(gpointer data) {
  gtk_label_set_text(GTK_LABEL(data), "tick");
  return TRUE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_timeout_add(100, refresh, gtk_label_new(""));
  gtk_main();
  return 0;
}
