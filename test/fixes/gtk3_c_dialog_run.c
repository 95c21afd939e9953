// FLAGS: gtk3
// RUN: unseen
// PRESS: _OK
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A dialog that is made, asked and destroyed: what is done with the answer is a handler of 'response'.
#include <gtk/gtk.h>

static GtkWidget *window, *name;

static gboolean
rename_it (gpointer user_data)
{
  GtkWidget *dialog, *entry;
  int answer;

  dialog = gtk_dialog_new_with_buttons ("Name", GTK_WINDOW (window), GTK_DIALOG_MODAL,
                                        "_Cancel", GTK_RESPONSE_CANCEL, "_OK", GTK_RESPONSE_OK, NULL);
  entry = gtk_entry_new ();
  gtk_entry_set_text (GTK_ENTRY (entry), "new");
  gtk_container_add (GTK_CONTAINER (gtk_dialog_get_content_area (GTK_DIALOG (dialog))), entry);
  gtk_widget_show_all (dialog);
  answer = gtk_dialog_run (GTK_DIALOG (dialog));
  if (answer == GTK_RESPONSE_OK)
    gtk_label_set_text (GTK_LABEL (name), gtk_entry_get_text (GTK_ENTRY (entry)));
  gtk_widget_destroy (dialog);
  return G_SOURCE_REMOVE;
}

int
main (int argc, char **argv)
{
  gtk_init (&argc, &argv);
  window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  name = gtk_label_new ("old");
  gtk_container_add (GTK_CONTAINER (window), name);
  g_signal_connect (window, "destroy", G_CALLBACK (gtk_main_quit), NULL);
  gtk_widget_show_all (window);
  g_timeout_add (100, rename_it, NULL);
  gtk_main ();
  return 0;
}
