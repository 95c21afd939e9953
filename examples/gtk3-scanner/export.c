// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "export.h"
#include "ui-thread.h"

static gboolean confirm(GtkWindow *parent, const char *path) {
  GtkWidget *dialog = gtk_message_dialog_new(parent, GTK_DIALOG_MODAL, GTK_MESSAGE_QUESTION, GTK_BUTTONS_YES_NO,
                                             "Open %s in the editor?", path);
  int answer = gtk_dialog_run(GTK_DIALOG(dialog)); // offmain: blocking-call-on-main
  gtk_widget_destroy(dialog);
  return answer == GTK_RESPONSE_YES;
}

void export_report(GtkWindow *parent, const char *text) {
  char *path = g_build_filename(g_get_tmp_dir(), "gtk3-scanner.txt", NULL);
  g_file_set_contents(path, text, -1, NULL); // offmain: blocking-call-on-main
  if (confirm(parent, path)) {
    char *command = g_strdup_printf("xdg-open %s", path);
    g_spawn_command_line_sync(command, NULL, NULL, NULL, NULL); // offmain: blocking-call-on-main
    g_free(command);
  }
  g_free(path);
}

typedef struct {
  GtkLabel *status;
  char *text;
} Job;

static gboolean show_saved(gpointer data) {
  Job *job = data;
  gtk_label_set_text(job->status, "saved"); // on the GTK thread: posted there
  g_object_unref(job->status);
  g_free(job->text);
  g_free(job);
  return G_SOURCE_REMOVE;
}

static gpointer write_thread(gpointer data) {
  Job *job = data;
  char *path = g_build_filename(g_get_tmp_dir(), "gtk3-scanner-background.txt", NULL);
  g_file_set_contents(path, job->text, -1, NULL);
  g_free(path);
  g_usleep(200 * 1000); // no harm here: nobody waits for this thread
  g_main_context_invoke(NULL, show_saved, job);
  return NULL;
}

void export_in_background(GtkLabel *status, const char *text) {
  Job *job = g_new(Job, 1);
  *job = (Job){g_object_ref(status), g_strdup(text)};
  g_thread_unref(g_thread_new("export", write_thread, job));
}
