// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// g_application_run() does not give up the GDK lock.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static void on_activate(GApplication *application, gpointer data) {
  (void)data;
  g_application_hold(application);
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  GtkApplication *application = gtk_application_new("org.example.Held", G_APPLICATION_FLAGS_NONE);
  g_signal_connect(application, "activate", G_CALLBACK(on_activate), NULL);
  gdk_threads_enter();
  int status = g_application_run(G_APPLICATION(application), argc, argv); /* EXPECT: gdk-lock */
  gdk_threads_leave();
  return status;
}
