// FLAGS: gtk3
// CHECKS: blocking-call-on-main
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where the rest of a handler cannot come later.
// ADVICE: in a loop or a switch
// ADVICE: also called by both()
// ADVICE: cannot be carried
// ADVICE: what the sleep returns is used
// ADVICE: nothing comes behind it
#include <gtk/gtk.h>
#include <unistd.h>

struct item { int number; };

static void
blink (GtkWidget *widget, gpointer data)
{
  for (int i = 0; i < 4; i++)
    {
      gtk_widget_set_sensitive (widget, i % 2);
      g_usleep (100000);
    }
}

static void
called (GtkWidget *widget, gpointer data)
{
  g_usleep (100000);
  gtk_widget_set_sensitive (widget, TRUE);
}

static void
both (GtkWidget *widget, gpointer data)
{
  called (widget, data);
  gtk_widget_grab_focus (widget);
}

static void
number (GtkWidget *widget, struct item *item)
{
  g_usleep (100000);
  g_object_set_data (G_OBJECT (widget), "number", GINT_TO_POINTER (item->number));
}

static void
left (GtkWidget *widget, gpointer data)
{
  unsigned int rest = sleep (1);
  gtk_widget_set_sensitive (widget, rest == 0);
}

static void
last (GtkWidget *widget, gpointer data)
{
  gtk_widget_set_sensitive (widget, TRUE);
  g_usleep (100000);
}

int
main (int argc, char **argv)
{
  gtk_init (&argc, &argv);
  GtkWidget *button = gtk_button_new ();
  g_signal_connect (button, "clicked", G_CALLBACK (blink), NULL);
  g_signal_connect (button, "clicked", G_CALLBACK (called), NULL);
  g_signal_connect (button, "clicked", G_CALLBACK (both), NULL);
  g_signal_connect (button, "clicked", G_CALLBACK (number), g_new0 (struct item, 1));
  g_signal_connect (button, "clicked", G_CALLBACK (left), NULL);
  g_signal_connect (button, "clicked", G_CALLBACK (last), NULL);
  gtk_main ();
  return 0;
}
