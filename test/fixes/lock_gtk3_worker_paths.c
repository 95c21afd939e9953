// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// ADVICE: the lock is given back on more than one path
// ADVICE: stands in the way
// ADVICE: the lock is not given back in the same block of statements
// ADVICE: whether the lock is held depends on a condition or a jump here
// ADVICE: stands in the way
// ADVICE: stands in the way
// ADVICE: stands in the way
// ADVICE: lock_gtk3_worker_paths.c:18 stands in the way: what 'returns' does
// ADVICE: stands in the way
// CHECKS: gdk-threads-deprecated
//
// What is done under the lock is no run of statements: it cannot be moved.
#include <gtk/gtk.h>

static gpointer returns(gpointer label) {
  gdk_threads_enter();
  if (!gtk_widget_get_visible(label)) {
    gdk_threads_leave();
    return NULL;
  }
  gtk_label_set_text(label, "visible");
  gdk_threads_leave();
  return NULL;
}

static void lock(void) { gdk_threads_enter(); }

static gpointer keeps(gpointer label) {
  lock();
  gtk_label_set_text(label, "kept");
  gdk_threads_leave();
  return NULL;
}

static gpointer decides(gpointer label) {
  if (label)
    gdk_threads_enter();
  gtk_label_set_text(label, "decided");
  if (label)
    gdk_threads_leave();
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *label = gtk_label_new("");
  g_thread_unref(g_thread_new("returns", returns, label));
  g_thread_unref(g_thread_new("keeps", keeps, label));
  g_thread_unref(g_thread_new("decides", decides, label));
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
