// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An #if around nothing but the lock goes with it; one that holds more stays.
#include <gtk/gtk.h>

#define USE_THREADS 1

static gboolean tick(gpointer label) {
#if USE_THREADS
  gdk_threads_enter();
#endif
  gtk_label_set_text(GTK_LABEL(label), "tick");
#if USE_THREADS

  gdk_threads_leave();

#endif
  return FALSE;
}

int main(int argc, char **argv) {
  GtkWidget *label;

#if USE_THREADS
  g_thread_init(NULL);
  gdk_threads_init();
#endif

  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  g_idle_add(tick, label);
#if !GTK_CHECK_VERSION(3, 6, 0)
  GDK_THREADS_ENTER();
#else
  g_message("no lock");
#endif
  gtk_main();
#if USE_THREADS
  gdk_threads_leave();
  g_message("the loop has ended");
#endif
  return 0;
}
