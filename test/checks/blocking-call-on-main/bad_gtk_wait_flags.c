// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The same calls with arguments that let them wait, or with one that is not known.
#include <fcntl.h>
#include <gtk/gtk.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
  pid_t child;
  int file, peer, options;
  GThreadPool *pool;
} Job;

static gboolean finish_job(gpointer data) {
  Job *job = data;
  char text[64];
  int status;
  waitpid(job->child, &status, 0);                /* EXPECT: blocking-call-on-main */
  waitpid(job->child, &status, WUNTRACED);        /* EXPECT: blocking-call-on-main */
  waitpid(job->child, &status, job->options);     /* EXPECT: blocking-call-on-main */
  lockf(job->file, F_LOCK, 0);                    /* EXPECT: blocking-call-on-main */
  flock(job->file, LOCK_EX);                      /* EXPECT: blocking-call-on-main */
  recv(job->peer, text, sizeof(text), MSG_PEEK);  /* EXPECT: blocking-call-on-main */
  g_thread_pool_free(job->pool, FALSE, TRUE);     /* EXPECT: blocking-call-on-main */
  return G_SOURCE_REMOVE;
}

int main(int argc, char **argv) {
  static Job job;
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  g_timeout_add(200, finish_job, &job);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
