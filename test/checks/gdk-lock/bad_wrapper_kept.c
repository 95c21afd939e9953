// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Wrappers with a flag for programs without threads, and a loop left without the second one.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GtkWidget *label;

static gboolean threaded;
static void ui_lock(void) {
  if (threaded)
    gdk_threads_enter();
}
static void ui_unlock(void) {
  if (threaded)
    gdk_threads_leave();
}

static gpointer worker(gpointer data) {
  const char **names = data;
  for (int i = 0; names[i]; ++i) {
    ui_lock();
    if (names[i][0] == '#')
      return NULL; /* EXPECT: gdk-lock */
    gtk_label_set_text(GTK_LABEL(label), names[i]);
    ui_unlock();
  }
  return NULL;
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  threaded = argc > 1;
  g_thread_unref(g_thread_new("worker", worker, argv));
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
