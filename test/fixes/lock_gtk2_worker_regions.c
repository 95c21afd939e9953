// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Several regions, in a loop and in branches; between them the thread works as before.
#include <gtk/gtk.h>

static GtkWidget *label, *button;

static int
next_step (int step)
{
  g_usleep (100);
  return step + 1;
}

static gpointer
count (gpointer user_data)
{
  int last = GPOINTER_TO_INT (user_data);
  int step = 0;

  while (step < last)
    {
      step = next_step (step);
      if (step % 2)
        {
          GDK_THREADS_ENTER ();
          gtk_widget_set_sensitive (button, step == last);
          GDK_THREADS_LEAVE ();
        }
      else
        {
          char *text;

          GDK_THREADS_ENTER ();
          text = g_strdup_printf ("step %d", step);
          gtk_label_set_text (GTK_LABEL (label), text);
          g_free (text);
          GDK_THREADS_LEAVE ();
        }
    }

  gdk_threads_enter ();
  gtk_main_quit ();
  gdk_threads_leave ();
  return NULL;
}

int
main (int argc, char **argv)
{
  g_thread_init (NULL);
  gdk_threads_init ();
  gtk_init (&argc, &argv);
  label = gtk_label_new ("");
  button = gtk_button_new ();
  g_thread_create (count, GINT_TO_POINTER (7), FALSE, NULL);
  gdk_threads_enter ();
  gtk_main ();
  gdk_threads_leave ();
  return 0;
}
