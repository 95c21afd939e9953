// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A task is given to the pool and not waited for: it may want the lock when main, with the lock held, waits for the pool.
// CHECKS: main-thread-deadlock
#include <gtk/gtk.h>

struct session {
  GThreadPool *pool;
  GtkWidget *status;
  gint done;
};

static void fetch(gpointer task, gpointer data) {
  struct session *session = task;
  (void)data;
  gdk_threads_enter();
  gtk_label_set_text(GTK_LABEL(session->status), "fetching");
  gdk_threads_leave();
  g_atomic_int_set(&session->done, 1);
  g_main_context_wakeup(NULL);
}

static void on_fetch(GtkButton *button, gpointer data) {
  struct session *session = data;
  (void)button;
  if (!session->pool)
    session->pool = g_thread_pool_new(fetch, NULL, 1, FALSE, NULL);
  session->done = 0;
  g_thread_pool_push(session->pool, session, NULL);
}

static void on_close(GtkButton *button, gpointer data) {
  struct session *session = data;
  (void)button;
  if (session->pool)
    g_thread_pool_free(session->pool, FALSE, TRUE); /* EXPECT: main-thread-deadlock */
  session->pool = NULL;
}

int main(int argc, char **argv) {
  static struct session session;
  gdk_threads_init();
  gdk_threads_enter();
  gtk_init(&argc, &argv);
  session.status = gtk_label_new("");
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_fetch), &session);
  g_signal_connect(button, "activate", G_CALLBACK(on_close), &session);
  gtk_main();
  gdk_threads_leave();
  return 0;
}
