// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A library whose worker takes the lock: a program that uses it has to make the lock, and then the idle callback lacks it.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

struct pane {
  GtkWidget *status;
  char *path;
};

static gboolean show_ready(gpointer data) {
  struct pane *pane = data;
  gtk_label_set_text(GTK_LABEL(pane->status), "ready"); /* EXPECT: gdk-lock */
  return FALSE;
}

static gpointer scan(gpointer data) {
  struct pane *pane = data;
  gdk_threads_enter();
  gtk_label_set_text(GTK_LABEL(pane->status), pane->path);
  gdk_threads_leave();
  g_idle_add(show_ready, pane);
  return NULL;
}

void pane_scan(struct pane *pane) { g_thread_unref(g_thread_new("scan", scan, pane)); }
