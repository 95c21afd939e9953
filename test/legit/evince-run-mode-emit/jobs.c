// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Evince: a job runs in a thread or on main, as its field says. Finished in a thread it posts the emission with reference and destroy
// notify; on main it emits at once. The branch is on the field, which is set with the mode and nowhere else.
#include <gtk/gtk.h>

typedef enum { RUN_THREAD, RUN_MAIN_LOOP } RunMode;

typedef struct {
  GObject parent_instance;
  RunMode run_mode;
  guint idle_finished_id;
} EvJob;
typedef struct {
  GObjectClass parent_class;
} EvJobClass;
GType ev_job_get_type(void);
G_DEFINE_TYPE(EvJob, ev_job, G_TYPE_OBJECT)

static guint finished_signal;

static void ev_job_class_init(EvJobClass *klass) {
  finished_signal =
      g_signal_new("finished", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}
static void ev_job_init(EvJob *job) { job->run_mode = RUN_THREAD; }

static gboolean emit_finished(gpointer data) {
  EvJob *job = data;
  job->idle_finished_id = 0;
  g_signal_emit(job, finished_signal, 0);
  return FALSE;
}

static void ev_job_emit_finished(EvJob *job) {
  if (job->run_mode == RUN_THREAD) {
    job->idle_finished_id =
        g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, emit_finished, g_object_ref(job), g_object_unref);
  } else {
    emit_finished(job);
  }
}

static void ev_job_run(EvJob *job) { ev_job_emit_finished(job); }

static gpointer ev_job_thread(gpointer job) {
  ev_job_run(job);
  return NULL;
}

static gboolean ev_job_idle(gpointer job) {
  ev_job_run(job);
  return FALSE;
}

static void ev_job_scheduler_push(EvJob *job) {
  switch (job->run_mode) {
  case RUN_THREAD:
    g_thread_unref(g_thread_new("job", ev_job_thread, job));
    break;
  case RUN_MAIN_LOOP:
    g_idle_add(ev_job_idle, job);
    break;
  }
}

static void on_finished(EvJob *job, GtkWidget *view) {
  (void)job;
  gtk_widget_queue_draw(view);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *view = gtk_drawing_area_new();
  EvJob *render = g_object_new(ev_job_get_type(), NULL), *print = g_object_new(ev_job_get_type(), NULL);
  print->run_mode = RUN_MAIN_LOOP;
  g_signal_connect(render, "finished", G_CALLBACK(on_finished), view);
  g_signal_connect(print, "finished", G_CALLBACK(on_finished), view);
  ev_job_scheduler_push(render);
  ev_job_scheduler_push(print);
  gtk_main();
  return 0;
}
