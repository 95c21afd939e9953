// FLAGS: gtk3
// CHECKS: blocking-call-on-main
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Dialogs that are shown again, or whose answer somebody waits for.
// ADVICE: the dialog is not destroyed in the end
// ADVICE: the dialog is not made here
// ADVICE: also called by on_quit()
// ADVICE: in a loop or a switch
#include <gtk/gtk.h>

static GtkWidget *settings;

static void
on_hidden (GtkWidget *widget, gpointer data)
{
  GtkWidget *dialog = gtk_dialog_new ();
  gtk_dialog_run (GTK_DIALOG (dialog));
  gtk_widget_hide (dialog);
}

static void
on_settings (GtkWidget *widget, gpointer data)
{
  gtk_dialog_run (GTK_DIALOG (settings));
  gtk_widget_hide (settings);
}

static gboolean
ask (void)
{
  GtkWidget *dialog = gtk_dialog_new ();
  int answer = gtk_dialog_run (GTK_DIALOG (dialog));
  gtk_widget_destroy (dialog);
  return answer == GTK_RESPONSE_OK;
}

static void
on_quit (GtkWidget *widget, gpointer data)
{
  if (ask ())
    gtk_main_quit ();
}

static void
on_number (GtkWidget *widget, gpointer data)
{
  GtkWidget *dialog = gtk_dialog_new ();
  while (gtk_dialog_run (GTK_DIALOG (dialog)) == GTK_RESPONSE_APPLY)
    gtk_widget_set_sensitive (widget, FALSE);
  gtk_widget_destroy (dialog);
}

int
main (int argc, char **argv)
{
  gtk_init (&argc, &argv);
  settings = gtk_dialog_new ();
  GtkWidget *button = gtk_button_new ();
  g_signal_connect (button, "clicked", G_CALLBACK (on_hidden), NULL);
  g_signal_connect (button, "clicked", G_CALLBACK (on_settings), NULL);
  g_signal_connect (button, "clicked", G_CALLBACK (on_quit), NULL);
  g_signal_connect (button, "clicked", G_CALLBACK (on_number), NULL);
  gtk_main ();
  return 0;
}
