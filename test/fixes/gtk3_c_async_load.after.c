// FLAGS: gtk3
// RUN: unseen
// PRESS: Load
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A file that is read in a handler: the result comes to a callback that does the rest, errors included.
#include <gtk/gtk.h>

static GtkWidget *view;

static void
on_load_ready (GObject *source_object, GAsyncResult *result,
               gpointer user_data)
{
  GtkButton *button = user_data;
  char *contents = NULL;
  gsize length = 0;
  GError *error = NULL;

  if (!g_file_load_contents_finish ((GFile *) source_object, result, &contents,
                                    &length, NULL, &error))
    {
      gtk_label_set_text (GTK_LABEL (view), error->message);
      g_error_free (error);
      g_object_unref (button);
      return;
    }
  gtk_label_set_text (GTK_LABEL (view), length > 0 ? "full" : "empty");
  gtk_button_set_label (button, "Loaded");
  g_free (contents);

  g_object_unref (button);
}

static void
on_load (GtkButton *button, gpointer user_data)
{
  GFile *file;

  gtk_button_set_label (button, "Loading");
  file = g_file_new_for_path ("/etc/passwd");
  g_file_load_contents_async (file, NULL, on_load_ready,
                              g_object_ref (button));
}

int
main (int argc, char **argv)
{
  gtk_init (&argc, &argv);
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_label ("Load");
  view = gtk_label_new ("");
  gtk_container_add (GTK_CONTAINER (window), box);
  gtk_container_add (GTK_CONTAINER (box), button);
  gtk_container_add (GTK_CONTAINER (box), view);
  g_signal_connect (button, "clicked", G_CALLBACK (on_load), NULL);
  g_signal_connect (window, "destroy", G_CALLBACK (gtk_main_quit), NULL);
  gtk_widget_show_all (window);
  gtk_main ();
  return 0;
}
