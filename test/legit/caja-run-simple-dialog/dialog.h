// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DIALOG_H
#define DIALOG_H
#include <gtk/gtk.h>

int run_question(GIOSchedulerJob *io_job, GtkWindow *parent, const char *primary, ...);

#endif
