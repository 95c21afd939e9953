/* FLAGS: gtk3 */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * A static variable of the function, and a global that it sets, are carried as they were.
 */
#include <gtk/gtk.h>

static GtkWidget *spin, *bar;
static int done;
static gboolean quiet;

typedef struct
{
  int done;
} WorkThreadIdle;

static gboolean
work_thread_idle (gpointer user_data)
{
  WorkThreadIdle *data = user_data;

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), data->done);

  return G_SOURCE_REMOVE;
}

typedef struct
{
  double step;
} WorkThreadIdle2;

static gboolean
work_thread_idle2 (gpointer user_data)
{
  WorkThreadIdle2 *data = user_data;

  gtk_progress_bar_set_pulse_step (GTK_PROGRESS_BAR (bar), data->step);

  return G_SOURCE_REMOVE;
}

static gboolean
work_thread_idle3 (gpointer user_data)
{
  gtk_widget_set_visible (bar, !quiet);

  return G_SOURCE_REMOVE;
}

static gpointer
work_thread (gpointer user_data)
{
  static double step = 0.25;

  done = done + 1;
  {
    WorkThreadIdle *data = g_new (WorkThreadIdle, 1);

    data->done = done;
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, work_thread_idle, data, g_free);
  }
  done = done + 1;
  {
    WorkThreadIdle2 *data = g_new (WorkThreadIdle2, 1);

    data->step = step;
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, work_thread_idle2, data, g_free);
  }
  step /= 2;
  g_idle_add (work_thread_idle3, NULL);
  return user_data;
}

void
start (void)
{
  g_thread_unref (g_thread_new ("work", work_thread, NULL));
}
