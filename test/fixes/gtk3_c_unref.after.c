// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The last reference to a widget is given up on the main thread.
#include <gtk/gtk.h>

typedef struct {
  GtkWidget *popup;
  char *name;
} Request;

static gboolean answer_idle(gpointer user_data) {
  GtkWidget *popup = user_data;

  gtk_widget_destroy(popup);
  g_object_unref(popup);

  return G_SOURCE_REMOVE;
}

static gpointer answer(gpointer data) {
  Request *request = data;
  g_usleep(1000);
  g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, answer_idle, g_object_ref(request->popup),
                  g_object_unref);
  g_free(request->name);
  g_free(request);
  return NULL;
}

void ask(GtkWidget *popup) {
  Request *request = g_new0(Request, 1);
  request->popup = g_object_ref(popup);
  g_thread_unref(g_thread_new("answer", answer, request));
}
