/* FLAGS: gtk4 */
/* RUN: some settle=1500 */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Widgets that the thread makes, fills and adds are made by the main loop; so is what becomes of a call's result.
 */
#include <gtk/gtk.h>

static GtkWidget *list;

static void
on_row (GtkButton *button, gpointer user_data)
{
  gtk_button_set_label (button, "pressed");
}

typedef struct
{
  char *title;
  GtkAlign align;
} LoadRowsIdle;

static void
load_rows_idle_free (gpointer user_data)
{
  LoadRowsIdle *data = user_data;

  g_free (data->title);
  g_free (data);
}

static gboolean
load_rows_idle (gpointer user_data)
{
  LoadRowsIdle *data = user_data;

  GtkWidget *row = gtk_button_new_with_label (data->title);
  gtk_widget_set_halign (row, data->align);
  g_signal_connect (row, "clicked", G_CALLBACK (on_row), NULL);
  gtk_box_append (GTK_BOX (list), row);

  return G_SOURCE_REMOVE;
}

static gpointer
load_rows (gpointer user_data)
{
  int i;

  for (i = 1; i <= 2; i++)
    {
      char *title = g_strdup_printf ("row %d", i);
      {
        LoadRowsIdle *data = g_new (LoadRowsIdle, 1);

        data->title = g_strdup (title);
        data->align = i == 1 ? GTK_ALIGN_START : GTK_ALIGN_END;
        g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, load_rows_idle, data,
                         load_rows_idle_free);
      }
      g_free (title);
    }
  return NULL;
}

int
main (int argc, char **argv)
{
  GtkWidget *window;

  gtk_init ();
  window = gtk_window_new ();
  list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_present (GTK_WINDOW (window));
  g_thread_unref (g_thread_new ("load", load_rows, NULL));
  g_main_loop_run (g_main_loop_new (NULL, FALSE));
  return 0;
}
