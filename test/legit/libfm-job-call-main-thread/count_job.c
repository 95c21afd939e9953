// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "job.h"

typedef struct {
  FmJob parent_instance;
} CountJob;
typedef struct {
  FmJobClass parent_class;
} CountJobClass;
G_DEFINE_TYPE(CountJob, count_job, fm_job_get_type())

static gboolean count_job_run(FmJob *job) {
  GError *error = NULL;
  GDir *dir = g_dir_open("/missing", 0, &error);
  if (!dir) {
    fm_job_emit_error(job, error);
    g_error_free(error);
    return FALSE;
  }
  g_dir_close(dir);
  return TRUE;
}

static void count_job_class_init(CountJobClass *klass) { ((FmJobClass *)klass)->run = count_job_run; }
static void count_job_init(CountJob *job) { (void)job; }
