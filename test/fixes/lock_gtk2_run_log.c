// FLAGS: gtk2
// RUN: unseen
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Lines that two places of a thread and an idle callback append to a text view keep their order.
#include <gtk/gtk.h>
#include <stdio.h>

static GtkTextBuffer *buffer;

static gpointer
work (gpointer data)
{
  char *line;
  int i;

  for (i = 0; i < 5; i++)
    {
      line = g_strdup_printf ("line %d of %s\n", i, (char *) data);
      GDK_THREADS_ENTER ();
      gtk_text_buffer_insert_at_cursor (buffer, line, -1);
      GDK_THREADS_LEAVE ();
      g_free (line);
    }

  GDK_THREADS_ENTER ();
  gtk_text_buffer_insert_at_cursor (buffer, "end\n", -1);
  gtk_main_quit ();
  GDK_THREADS_LEAVE ();
  return NULL;
}

static gboolean
start (gpointer data)
{
  GDK_THREADS_ENTER ();
  gtk_text_buffer_insert_at_cursor (buffer, "begin\n", -1);
  g_thread_create (work, data, FALSE, NULL);
  GDK_THREADS_LEAVE ();
  return FALSE;
}

int
main (int argc, char **argv)
{
  GtkTextIter from, to;
  GtkWidget *window;

  g_thread_init (NULL);
  gdk_threads_init ();
  gtk_init (&argc, &argv);
  window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  buffer = gtk_text_buffer_new (NULL);
  gtk_container_add (GTK_CONTAINER (window), gtk_text_view_new_with_buffer (buffer));
  gtk_widget_show_all (window);
  g_idle_add (start, "the thread");

  GDK_THREADS_ENTER ();
  gtk_main ();
  GDK_THREADS_LEAVE ();

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  printf ("%s", gtk_text_buffer_get_text (buffer, &from, &to, FALSE));
  return 0;
}
