// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-064, Rhythmbox: main() takes the GDK lock around g_application_run(), which does not give it up as gtk_main() did.
// CHECKS: gdk-lock
#include <gtk/gtk.h>


static void activate(GApplication *app, gpointer data) {
  (void)data;
  gtk_widget_show(gtk_application_window_new(GTK_APPLICATION(app)));
}

int main(int argc, char **argv) {
  int rc;
  gdk_threads_init();
  GtkApplication *shell = gtk_application_new("org.example.Player", G_APPLICATION_FLAGS_NONE);
  g_signal_connect(shell, "activate", G_CALLBACK(activate), NULL);
  gdk_threads_enter();
  rc = g_application_run(G_APPLICATION(shell), argc, argv); /* EXPECT: gdk-lock */
  gdk_threads_leave();
  g_object_unref(shell);
  return rc;
}
