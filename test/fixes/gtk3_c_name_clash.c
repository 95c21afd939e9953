// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Names that are taken: of the function, of the type, of the variable.
#include <gtk/gtk.h>

typedef struct {
  GtkWidget *scan_idle;
  int value;
} ScanIdle;

static gboolean scan_idle_free(gpointer data) {
  (void)data;
  return FALSE;
}

static gpointer scan(gpointer data) {
  ScanIdle *idle_data = data;
  const char *carried = g_getenv("HOME");

  gtk_button_set_label(GTK_BUTTON(idle_data->scan_idle), carried);
  g_idle_add(scan_idle_free, NULL);
  return NULL;
}

void start(ScanIdle *with) { g_thread_unref(g_thread_new("scan", scan, with)); }
