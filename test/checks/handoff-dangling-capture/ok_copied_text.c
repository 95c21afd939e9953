// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is handed over is a copy of the local text, not the text.
#include <gtk/gtk.h>

static GtkWidget *label;

static gboolean tell(gpointer data) {
  gtk_label_set_text(GTK_LABEL(label), data);
  return G_SOURCE_REMOVE;
}

static gpointer count(gpointer data) {
  char line[64];
  g_snprintf(line, sizeof line, "%d", GPOINTER_TO_INT(data));
  g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, tell, g_strdup(line), g_free);
  return NULL;
}

void start(void) { g_thread_unref(g_thread_new("count", count, GINT_TO_POINTER(3))); }
