// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// On the main thread g_main_context_invoke() of the default context calls back before it returns: nothing to wait for.
#include <gtk/gtk.h>

typedef struct {
  GMutex lock;
  GCond cond;
  gboolean done;
} Call;

static gboolean show_it(gpointer data) {
  Call *call = data;
  g_mutex_lock(&call->lock);
  call->done = TRUE;
  g_cond_signal(&call->cond);
  g_mutex_unlock(&call->lock);
  return G_SOURCE_REMOVE;
}

static void show_and_wait(void) {
  Call call = {.done = FALSE};
  g_mutex_init(&call.lock);
  g_cond_init(&call.cond);
  g_main_context_invoke(NULL, show_it, &call);
  g_mutex_lock(&call.lock);
  while (!call.done)
    g_cond_wait(&call.cond, &call.lock);
  g_mutex_unlock(&call.lock);
}

static gboolean on_timeout(gpointer data) {
  (void)data;
  show_and_wait();
  return G_SOURCE_REMOVE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  g_timeout_add(500, on_timeout, NULL);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
