// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A job runs in a thread of its own; who starts it can wait in a nested loop. What the job tells runs in an idle that
// takes the GDK lock.
#include "job.h"

struct job {
  job_func work;
  GMainLoop *loop;
  const char *text;
};

job *job_new(job_func work) {
  job *self = g_new0(job, 1);
  self->work = work;
  return self;
}

static gboolean on_finished(gpointer data) {
  job *self = data;
  gdk_threads_enter();
  g_main_loop_quit(self->loop);
  gdk_threads_leave();
  return FALSE;
}

static gpointer run(gpointer data) {
  job *self = data;
  self->work(self);
  g_idle_add(on_finished, self);
  return NULL;
}

void job_run_sync_with_mainloop(job *self) {
  self->loop = g_main_loop_new(NULL, FALSE);
  g_thread_create(run, self, FALSE, NULL);
  g_main_loop_run(self->loop);
  g_main_loop_unref(self->loop);
}
