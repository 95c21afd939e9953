/* FLAGS: gtk3 */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * A static variable of the function, and a global that it sets, are carried as they were.
 */
#include <gtk/gtk.h>

static GtkWidget *spin, *bar;
static int done;
static gboolean quiet;

static gpointer
work_thread (gpointer user_data)
{
  static double step = 0.25;

  done = done + 1;
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), done);
  done = done + 1;
  gtk_progress_bar_set_pulse_step (GTK_PROGRESS_BAR (bar), step);
  step /= 2;
  gtk_widget_set_visible (bar, !quiet);
  return user_data;
}

void
start (void)
{
  g_thread_unref (g_thread_new ("work", work_thread, NULL));
}
