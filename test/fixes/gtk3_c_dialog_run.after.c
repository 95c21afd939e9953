// FLAGS: gtk3
// RUN: unseen
// PRESS: _OK
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A dialog that is made, asked and destroyed: what is done with the answer is a handler of 'response'.
#include <gtk/gtk.h>

static GtkWidget *window, *name;

static void
rename_it_response (GtkWidget *dialog, gint response_id, gpointer user_data)
{
  GtkWidget *entry = user_data;
  int answer;

  answer = response_id;
  if (answer == GTK_RESPONSE_OK)
    gtk_label_set_text (GTK_LABEL (name), gtk_entry_get_text (GTK_ENTRY (entry)));
  gtk_widget_destroy (dialog);
}

static gboolean
rename_it (gpointer user_data)
{
  GtkWidget *dialog, *entry;

  dialog = gtk_dialog_new_with_buttons ("Name", GTK_WINDOW (window), GTK_DIALOG_MODAL,
                                        "_Cancel", GTK_RESPONSE_CANCEL, "_OK", GTK_RESPONSE_OK, NULL);
  entry = gtk_entry_new ();
  gtk_entry_set_text (GTK_ENTRY (entry), "new");
  gtk_container_add (GTK_CONTAINER (gtk_dialog_get_content_area (GTK_DIALOG (dialog))), entry);
  gtk_widget_show_all (dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (rename_it_response),
                         g_object_ref (entry),
                         (GClosureNotify) g_object_unref, 0);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
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
