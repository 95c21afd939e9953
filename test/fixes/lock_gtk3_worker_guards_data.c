// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// ADVICE: no call of GTK is made under the lock here, so it guards data: give them a mutex of their own
// ADVICE: stands in the way: what 'work' does under the lock
// ADVICE: stands in the way: what 'work' does under the lock
// ADVICE: stands in the way: what 'work' does under the lock
//
// The lock is used as a mutex for data of both threads: without it they would race.
#include <gtk/gtk.h>

static GList *names;

static gpointer work(gpointer data) {
  gdk_threads_enter();
  names = g_list_prepend(names, data);
  gdk_threads_leave();
  return NULL;
}

static gboolean tick(gpointer label) {
  gdk_threads_enter();
  if (names)
    gtk_label_set_text(GTK_LABEL(label), names->data);
  gdk_threads_leave();
  return G_SOURCE_CONTINUE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_timeout_add(100, tick, gtk_label_new(""));
  g_thread_unref(g_thread_new("work", work, argv[0]));
  gtk_main();
  return 0;
}
