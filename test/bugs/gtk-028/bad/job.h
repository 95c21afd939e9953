// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtk/gtk.h>
typedef struct job job;
typedef void (*job_func)(job *self);
job *job_new(job_func work);
void job_run_sync_with_mainloop(job *self);
void job_report(job *self, const char *text);
