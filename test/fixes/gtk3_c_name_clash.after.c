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

typedef struct {
  GtkWidget *scan_idle;
  char *carried;
} ScanIdle2;

static void scan_idle2_free(gpointer user_data) {
  ScanIdle2 *carried2 = user_data;

  g_object_unref(carried2->scan_idle);
  g_free(carried2->carried);
  g_free(carried2);
}

static gboolean scan_idle2(gpointer user_data) {
  ScanIdle2 *carried2 = user_data;

  gtk_button_set_label(GTK_BUTTON(carried2->scan_idle), carried2->carried);

  return G_SOURCE_REMOVE;
}

static gpointer scan(gpointer data) {
  ScanIdle *idle_data = data;
  const char *carried = g_getenv("HOME");

  {
    ScanIdle2 *carried2 = g_new(ScanIdle2, 1);

    carried2->scan_idle = g_object_ref(idle_data->scan_idle);
    carried2->carried = g_strdup(carried);
    g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, scan_idle2, carried2, scan_idle2_free);
  }
  g_idle_add(scan_idle_free, NULL);
  return NULL;
}

void start(ScanIdle *with) { g_thread_unref(g_thread_new("scan", scan, with)); }
