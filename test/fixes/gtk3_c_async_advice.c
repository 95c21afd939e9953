// FLAGS: gtk3
// CHECKS: blocking-call-on-main
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the asynchronous form would need for longer, or has no place for.
// ADVICE: would have to live until it is done
// ADVICE: also called by on_reload()
// ADVICE: cannot be carried
#include <gtk/gtk.h>

struct document { char name[20]; };

static GInputStream *stream;

static void
on_read (GtkButton *button, gpointer data)
{
  char buffer[64];
  gssize count = g_input_stream_read (stream, buffer, sizeof buffer - 1, NULL, NULL);
  if (count > 0)
    gtk_button_set_label (button, "some");
}

static gboolean
load (const char *path)
{
  GFile *file = g_file_new_for_uri (path);
  char *text = NULL;
  gboolean good = g_file_load_contents (file, NULL, &text, NULL, NULL, NULL);
  g_free (text);
  return good;
}

static void
on_reload (GtkButton *button, gpointer data)
{
  gtk_widget_set_sensitive (GTK_WIDGET (button), load ("sftp://example.org/x"));
}

static void
on_size (GtkButton *button, struct document *document)
{
  GFile *file = g_file_new_for_uri ("sftp://example.org/x");
  GFileInfo *info = g_file_query_info (file, "standard::size", G_FILE_QUERY_INFO_NONE, NULL, NULL);
  if (info)
    g_strlcpy (document->name, g_file_info_get_name (info), sizeof document->name);
}

int
main (int argc, char **argv)
{
  gtk_init (&argc, &argv);
  GtkWidget *button = gtk_button_new ();
  g_signal_connect (button, "clicked", G_CALLBACK (on_read), NULL);
  g_signal_connect (button, "clicked", G_CALLBACK (on_reload), NULL);
  g_signal_connect (button, "clicked", G_CALLBACK (on_size), g_new0 (struct document, 1));
  gtk_main ();
  return 0;
}
