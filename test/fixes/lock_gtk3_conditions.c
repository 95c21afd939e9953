// FLAGS: gtk3
// RUN: some
// CHECKS: gdk-threads-deprecated
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Under a condition: the branch goes, and with it the variable that only it read. What a condition does is still done.
#include <gtk/gtk.h>
#include <stdio.h>

static GtkWidget *label;
static GThread *gui;

static int asked(void) { return printf("asked\n"); }

static void show(const char *text, gboolean nested) {
  gboolean locked = FALSE;
  gboolean quiet;

  if (!nested) {
    gdk_threads_enter();
    locked = TRUE;
  }
  quiet = !*text;
  if (quiet)
    gtk_widget_hide(label);
  else
    gtk_label_set_text(GTK_LABEL(label), text);
  if (locked)
    gdk_threads_leave();
}

static gboolean tick(gpointer data) {
  (void)data;
  if (g_thread_self() != gui)
    gdk_threads_enter();
  show("tick", TRUE);
  if (g_thread_self() != gui)
    gdk_threads_leave();
  return G_SOURCE_REMOVE;
}

static gboolean tock(gpointer data) {
  if (asked()) {
    gdk_threads_enter();
  }
  if (data) {
    gdk_threads_leave();
  } else {
    show("tock", TRUE);
  }
  if (data)
    show("", TRUE);
  else
    gdk_threads_leave();
  return G_SOURCE_REMOVE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  gui = g_thread_self();
  label = gtk_label_new("");
  g_idle_add(tick, NULL);
  g_idle_add(tock, NULL);
  show("start", FALSE);
  gtk_main();
  return 0;
}
