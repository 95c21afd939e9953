// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Calls that an argument keeps from waiting: WNOHANG, F_TLOCK, LOCK_NB, MSG_DONTWAIT, a pool left to end by itself.
#include <fcntl.h>
#include <gtk/gtk.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
  pid_t child;
  int file, peer;
  GThreadPool *pool;
} Job;

static gboolean poll_job(gpointer data) {
  Job *job = data;
  char text[64];
  const int options = WUNTRACED | WNOHANG;
  int status;
  if (waitpid(job->child, &status, WNOHANG) > 0 || waitpid(job->child, &status, options) > 0)
    return G_SOURCE_REMOVE;
  if (lockf(job->file, F_TLOCK, 0) == 0)
    lockf(job->file, F_ULOCK, 0);
  if (flock(job->file, LOCK_EX | LOCK_NB) == 0)
    flock(job->file, LOCK_UN);
  if (recv(job->peer, text, sizeof(text), MSG_DONTWAIT | MSG_PEEK) == 0)
    return G_SOURCE_REMOVE;
  return G_SOURCE_CONTINUE;
}

static void on_destroy(GtkWidget *window, gpointer data) {
  Job *job = data;
  (void)window;
  g_thread_pool_free(job->pool, TRUE, FALSE);
  gtk_main_quit();
}

int main(int argc, char **argv) {
  static Job job;
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  g_signal_connect(window, "destroy", G_CALLBACK(on_destroy), &job);
  g_timeout_add(200, poll_job, &job);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
