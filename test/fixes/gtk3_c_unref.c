// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The last reference to a widget is given up on the main thread.
#include <gtk/gtk.h>

typedef struct {
  GtkWidget *popup;
  char *name;
} Request;

static gpointer answer(gpointer data) {
  Request *request = data;
  g_usleep(1000);
  gtk_widget_destroy(request->popup);
  g_object_unref(request->popup);
  g_free(request->name);
  g_free(request);
  return NULL;
}

void ask(GtkWidget *popup) {
  Request *request = g_new0(Request, 1);
  request->popup = g_object_ref(popup);
  g_thread_unref(g_thread_new("answer", answer, request));
}
