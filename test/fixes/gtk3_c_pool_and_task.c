/* FLAGS: gtk3 */
/* RUN: yes */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Threads of a pool and of a GTask: their own arguments' members are carried, not the struct that one of them frees.
 */
#include <gtk/gtk.h>

typedef struct
{
  GtkLabel *label;
  int number;
} Job;

static GtkWidget *done;

static void
work (gpointer data, gpointer user_data)
{
  Job *job = data;
  const char *format = user_data;
  char text[32];

  g_snprintf (text, sizeof text, format, job->number);
  gtk_label_set_text (job->label, text);
  g_free (job);
}

static void
check (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  gboolean good = g_file_test ("/", G_FILE_TEST_IS_DIR);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (task_data), good);
  g_task_return_boolean (task, good);
}

int
main (int argc, char **argv)
{
  GtkWidget *window, *box, *label;
  GThreadPool *pool;
  GTask *task;
  Job *job = g_new (Job, 1);

  gtk_init (&argc, &argv);
  window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  label = gtk_label_new ("");
  done = gtk_check_button_new_with_label ("done");
  gtk_container_add (GTK_CONTAINER (box), label);
  gtk_container_add (GTK_CONTAINER (box), done);
  gtk_container_add (GTK_CONTAINER (window), box);
  gtk_widget_show_all (window);
  job->label = GTK_LABEL (label);
  job->number = 5;
  pool = g_thread_pool_new (work, (gpointer) "number %d", 2, FALSE, NULL);
  g_thread_pool_push (pool, job, NULL);
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (task, done, NULL);
  g_task_run_in_thread (task, check);
  g_object_unref (task);
  gtk_main ();
  return 0;
}
