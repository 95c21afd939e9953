/* FLAGS: gtk3 */
/* RUN: yes */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * An iterator that only the calls use goes with them, declaration and all; so does the buffer that one call gives to the next.
 */
#include <gtk/gtk.h>

static GtkWidget *view;

static gboolean
log_thread_idle (gpointer user_data)
{
  char *line = user_data;
  GtkTextIter end;
  GtkTextBuffer *buffer;

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, line, -1);

  return G_SOURCE_REMOVE;
}

static gpointer
log_thread (gpointer user_data)
{
  char line[64];
  int i;

  for (i = 0; i < 3; i++)
    {
      g_snprintf (line, sizeof line, "line %d\n", i);
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, log_thread_idle,
                       g_strdup (line), g_free);
    }
  return NULL;
}

static gboolean
finish (gpointer user_data)
{
  GtkTextIter start, end;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  char *text;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_print ("%s", text);
  g_free (text);
  gtk_main_quit ();
  return G_SOURCE_REMOVE;
}

int
main (int argc, char **argv)
{
  GtkWidget *window;

  gtk_init (&argc, &argv);
  window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  view = gtk_text_view_new ();
  gtk_container_add (GTK_CONTAINER (window), view);
  gtk_widget_show_all (window);
  g_thread_unref (g_thread_new ("log", log_thread, NULL));
  g_timeout_add (300, finish, NULL);
  gtk_main ();
  return 0;
}
