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

typedef struct
{
  gboolean sensitive;
} CountIdle;

static gboolean
count_idle (gpointer user_data)
{
  CountIdle *data = user_data;

  gtk_widget_set_sensitive (button, data->sensitive);

  return G_SOURCE_REMOVE;
}

typedef struct
{
  int step;
} CountIdle2;

static gboolean
count_idle2 (gpointer user_data)
{
  CountIdle2 *data = user_data;
  char *text;

  text = g_strdup_printf ("step %d", data->step);
  gtk_label_set_text (GTK_LABEL (label), text);
  g_free (text);

  return G_SOURCE_REMOVE;
}

static gboolean
count_idle3 (gpointer user_data)
{
  gtk_main_quit ();

  return G_SOURCE_REMOVE;
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
          {
            CountIdle *data = g_new (CountIdle, 1);

            data->sensitive = step == last;
            g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, count_idle, data, g_free);
          }
        }
      else
        {
          {
            CountIdle2 *data = g_new (CountIdle2, 1);

            data->step = step;
            g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, count_idle2, data,
                             g_free);
          }
        }
    }

  g_idle_add (count_idle3, NULL);
  return NULL;
}

int
main (int argc, char **argv)
{
  gtk_init (&argc, &argv);
  label = gtk_label_new ("");
  button = gtk_button_new ();
  g_thread_create (count, GINT_TO_POINTER (7), FALSE, NULL);
  gtk_main ();
  return 0;
}
