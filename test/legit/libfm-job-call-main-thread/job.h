// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef JOB_H
#define JOB_H
#include <gtk/gtk.h>

typedef struct _FmJob FmJob;
typedef gpointer (*FmJobCallMainThreadFunc)(FmJob *job, gpointer data);

struct _FmJob {
  GObject parent_instance;
  GMutex lock;
  GCond called;
};
typedef struct {
  GObjectClass parent_class;
  gboolean (*run)(FmJob *job);
} FmJobClass;

GType fm_job_get_type(void);
gpointer fm_job_call_main_thread(FmJob *job, FmJobCallMainThreadFunc func, gpointer data);
gpointer fm_job_emit_error(FmJob *job, GError *error);
void fm_job_run_async(FmJob *job);

GType count_job_get_type(void);

#endif
