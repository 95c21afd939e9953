// FLAGS: gtk3
// RUN: stall settle=1500
// PRESS: Go
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What comes behind a sleep in a handler is done by a timeout: texts are copied, objects kept, numbers taken along.
#include <gtk/gtk.h>

static GtkWidget *status;

static void
on_clicked (GtkButton *button, gpointer user_data)
{
  char *text = g_strdup_printf ("%s done", gtk_button_get_label (button));
  int count = 3;

  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  g_usleep (600000);
  /* The device has settled. */
  gtk_widget_set_sensitive (GTK_WIDGET (button), TRUE);
  if (count > 2)
    gtk_label_set_text (GTK_LABEL (status), text);
  if (!gtk_widget_get_visible (status))
    return;
  gtk_widget_set_name (status, "last");
}

int
main (int argc, char **argv)
{
  gtk_init (&argc, &argv);
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_label ("Go");
  status = gtk_label_new ("");
  gtk_container_add (GTK_CONTAINER (window), box);
  gtk_container_add (GTK_CONTAINER (box), button);
  gtk_container_add (GTK_CONTAINER (box), status);
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), NULL);
  g_signal_connect (window, "destroy", G_CALLBACK (gtk_main_quit), NULL);
  gtk_widget_show_all (window);
  gtk_main ();
  return 0;
}
