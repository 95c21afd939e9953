// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GDK functions and macros that end in GDK calls are as bound to main as GTK's.
// CHAIN: grab_thread
#include <gtk/gtk.h>

static gpointer grab_thread(gpointer data) {
  GdkWindow *root = gdk_get_default_root_window(); /* EXPECT: gtk-off-main-thread */
  int width = gdk_window_get_width(root); /* EXPECT: gtk-off-main-thread */
  int height = gdk_window_get_height(root); /* EXPECT: gtk-off-main-thread */
  GdkPixbuf *shot = gdk_pixbuf_get_from_window(root, 0, 0, width, height); /* EXPECT: gtk-off-main-thread */
  gdk_pixbuf_save(shot, data, "png", NULL, NULL);
  g_object_unref(shot);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_thread_unref(g_thread_new("grab", grab_thread, "shot.png"));
  gtk_main();
  return 0;
}
