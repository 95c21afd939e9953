// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A library that takes the lock: in a program that makes it, the idle callback lacks it. Whether there is one is not seen: low
// confidence.
// CHECKS: gdk-lock
// CONFIDENCE: low
#include <gtk/gtk.h>

struct pane {
  GtkWidget *status;
  char *path;
};

static gboolean show_ready(gpointer data) {
  struct pane *pane = data;
  gtk_label_set_text(GTK_LABEL(pane->status), "ready"); /* EXPECT(low): gdk-lock */
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
