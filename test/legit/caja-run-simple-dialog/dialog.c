// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "dialog.h"
#include <stdarg.h>

typedef struct {
  GtkWindow *parent;
  char *primary;
  GList *buttons;
  int result;
} RunSimpleDialogData;

static gboolean do_run_simple_dialog(gpointer data) {
  RunSimpleDialogData *run = data;
  GtkWidget *dialog =
      gtk_message_dialog_new(run->parent, GTK_DIALOG_MODAL, GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "%s", run->primary);
  int id = 0;
  for (GList *l = run->buttons; l; l = l->next)
    gtk_dialog_add_button(GTK_DIALOG(dialog), l->data, id++);
  run->result = gtk_dialog_run(GTK_DIALOG(dialog));
  gtk_widget_destroy(dialog);
  return FALSE;
}

static int run_simple_dialog_va(GIOSchedulerJob *io_job, GtkWindow *parent, const char *primary, va_list buttons) {
  RunSimpleDialogData run = {parent, g_strdup(primary), NULL, 0};
  const char *button;
  while ((button = va_arg(buttons, const char *)))
    run.buttons = g_list_append(run.buttons, (gpointer)button);
  g_io_scheduler_job_send_to_mainloop(io_job, do_run_simple_dialog, &run, NULL);
  g_list_free(run.buttons);
  g_free(run.primary);
  return run.result;
}

int run_question(GIOSchedulerJob *io_job, GtkWindow *parent, const char *primary, ...) {
  va_list buttons;
  va_start(buttons, primary);
  int result = run_simple_dialog_va(io_job, parent, primary, buttons);
  va_end(buttons);
  return result;
}
