// FLAGS: gtk4
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Values that free themselves: what the call gives is declared in the callback, and so is its error.
#include <gtk/gtk.h>

static void
on_size_ready (GObject *source_object, GAsyncResult *result,
               gpointer user_data)
{
  GtkButton *button = user_data;
  g_autoptr (GError) error = NULL;

  g_autoptr (GFileInfo) info = g_file_query_info_finish ((GFile *) source_object,
                                                         result, &error);

  if (info == NULL)
    {
      gtk_button_set_label (button, error->message);
      g_object_unref (button);
      return;
    }
  if (g_file_info_get_size (info) > 100)
    gtk_button_set_label (button, "large");

  g_object_unref (button);
}

static void
on_size (GtkButton *button, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("sftp://example.org/x");
  g_autoptr (GError) error = NULL;
  g_file_query_info_async (file, "standard::size", G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, NULL, on_size_ready,
                           g_object_ref (button));
}

static void
activate (GtkApplication *application, gpointer user_data)
{
  GtkWidget *window = gtk_application_window_new (application), *button = gtk_button_new ();

  gtk_window_set_child (GTK_WINDOW (window), button);
  g_signal_connect (button, "clicked", G_CALLBACK (on_size), NULL);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  GtkApplication *application = gtk_application_new ("org.example.size", 0);

  g_signal_connect (application, "activate", G_CALLBACK (activate), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
