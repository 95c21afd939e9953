// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Comments about the lock go with it, others stay.
#include <gtk/gtk.h>

static gboolean tick(gpointer label) {
  /* GLib calls us without the lock,
     so take it. */
  gdk_threads_enter();

  /* The user sees this. */
  gtk_label_set_text(GTK_LABEL(label), "tick");

  gdk_threads_leave(); // give it back

  // one tick is enough
  return G_SOURCE_REMOVE;
}

static gboolean tock(gpointer label) {
  // the block below is about the label
  gdk_threads_enter();
  gtk_label_set_text(GTK_LABEL(label), "tock"); gdk_threads_leave();
  { gdk_threads_enter(); gtk_widget_hide(label); gdk_threads_leave(); }
  {
    /* nothing but the lock */
    gdk_threads_enter();
    gdk_threads_leave();
  }
  return G_SOURCE_REMOVE;
}

int main(int argc, char **argv) {
  /* secure GTK: locked from here on */
  gdk_threads_init();
  gtk_init(&argc, &argv);
  GtkWidget *label = gtk_label_new("");
  g_idle_add(tick, label);
  g_idle_add(tock, label);
  /* main loop */
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
