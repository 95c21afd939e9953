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

typedef struct
{
  GtkLabel *label;
  char *text;
} WorkIdle;

static void
work_idle_free (gpointer user_data)
{
  WorkIdle *idle_data = user_data;

  g_object_unref (idle_data->label);
  g_free (idle_data->text);
  g_free (idle_data);
}

static gboolean
work_idle (gpointer user_data)
{
  WorkIdle *idle_data = user_data;

  gtk_label_set_text (idle_data->label, idle_data->text);

  return G_SOURCE_REMOVE;
}

static void
work (gpointer data, gpointer user_data)
{
  Job *job = data;
  const char *format = user_data;
  char text[32];

  g_snprintf (text, sizeof text, format, job->number);
  {
    WorkIdle *idle_data = g_new (WorkIdle, 1);

    idle_data->label = g_object_ref (job->label);
    idle_data->text = g_strdup (text);
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, work_idle, idle_data,
                     work_idle_free);
  }
  g_free (job);
}

typedef struct
{
  gpointer task_data;
  gboolean good;
} CheckIdle;

static void
check_idle_free (gpointer user_data)
{
  CheckIdle *data = user_data;

  g_object_unref (data->task_data);
  g_free (data);
}

static gboolean
check_idle (gpointer user_data)
{
  CheckIdle *data = user_data;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (data->task_data), data->good);

  return G_SOURCE_REMOVE;
}

static void
check (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  gboolean good = g_file_test ("/", G_FILE_TEST_IS_DIR);

  {
    CheckIdle *data = g_new (CheckIdle, 1);

    data->task_data = g_object_ref (task_data);
    data->good = good;
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, check_idle, data,
                     check_idle_free);
  }
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
