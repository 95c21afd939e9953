// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "job.h"

G_DEFINE_TYPE(FmJob, fm_job, G_TYPE_OBJECT)

enum { ERROR, FINISHED, LAST };
static guint signals[LAST];

static void fm_job_class_init(FmJobClass *klass) {
  signals[ERROR] = g_signal_new("error", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_POINTER);
  signals[FINISHED] =
      g_signal_new("finished", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}
static void fm_job_init(FmJob *job) {
  g_mutex_init(&job->lock);
  g_cond_init(&job->called);
}

typedef struct {
  FmJob *job;
  FmJobCallMainThreadFunc func;
  gpointer data, result;
  gboolean done;
} MainCall;

static gboolean on_idle_call(gpointer data) {
  MainCall *call = data;
  call->result = call->func(call->job, call->data);
  g_mutex_lock(&call->job->lock);
  call->done = TRUE;
  g_cond_signal(&call->job->called);
  g_mutex_unlock(&call->job->lock);
  return FALSE;
}

gpointer fm_job_call_main_thread(FmJob *job, FmJobCallMainThreadFunc func, gpointer data) {
  MainCall call = {job, func, data, NULL, FALSE};
  g_idle_add(on_idle_call, &call);
  g_mutex_lock(&job->lock);
  while (!call.done)
    g_cond_wait(&job->called, &job->lock);
  g_mutex_unlock(&job->lock);
  return call.result;
}

static gpointer emit_in_main_thread(FmJob *job, gpointer error) {
  g_signal_emit(job, signals[ERROR], 0, error);
  return NULL;
}

gpointer fm_job_emit_error(FmJob *job, GError *error) { return fm_job_call_main_thread(job, emit_in_main_thread, error); }

static gboolean on_idle_finished(gpointer job) {
  g_signal_emit(job, signals[FINISHED], 0);
  return FALSE;
}

static void job_thread(gpointer data, gpointer unused) {
  FmJob *job = data;
  FmJobClass *klass = G_TYPE_INSTANCE_GET_CLASS(job, fm_job_get_type(), FmJobClass);
  (void)unused;
  klass->run(job);
  g_idle_add_full(G_PRIORITY_DEFAULT, on_idle_finished, job, g_object_unref);
}

void fm_job_run_async(FmJob *job) {
  static GThreadPool *pool;
  if (!pool)
    pool = g_thread_pool_new(job_thread, NULL, -1, FALSE, NULL);
  g_thread_pool_push(pool, g_object_ref(job), NULL);
}
