// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What comes as a gpointer is carried as what it is cast to.
#include <gtk/gtk.h>

static gpointer finished(gpointer data) {
  gtk_label_set_text(GTK_LABEL(data), "finished");
  gtk_widget_set_sensitive(data, TRUE);
  return NULL;
}

static gpointer counted(gpointer data) {
  GtkLabel *label = GTK_LABEL(data);
  int n = 7;

  g_object_set(label, "label", "counted", "width-chars", n, NULL);
  return NULL;
}

void start(GtkWidget *label) {
  g_thread_unref(g_thread_new("finished", finished, label));
  g_thread_unref(g_thread_new("counted", counted, label));
}
