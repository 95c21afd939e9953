// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A function that is handed over is not called here.
#include <gtk/gtk.h>

static gpointer drop(gpointer data) {
  GList *widgets = data;
  g_list_foreach(widgets, (GFunc)gtk_widget_destroy, NULL); // ADVICE: 'gtk_widget_destroy' is handed over here
  g_list_free(widgets);
  return NULL;
}

void start(GList *widgets) { g_thread_unref(g_thread_new("drop", drop, widgets)); }
