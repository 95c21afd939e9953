/* FLAGS: gtk3 */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Boxed values have functions of their own to copy and free them.
 */
#include <gtk/gtk.h>

static GtkWidget *label, *view;

static gpointer
show_thread (gpointer user_data)
{
  PangoFontDescription *font = pango_font_description_from_string ("Sans 12");
  GtkTreePath *path = gtk_tree_path_new_from_string ("0:2");
  GDateTime *now = g_date_time_new_now_local ();
  gchar *text = g_date_time_format (now, "%H:%M");

  gtk_widget_override_font (label, font);
  gtk_tree_view_expand_to_path (GTK_TREE_VIEW (view), path);
  gtk_label_set_text (GTK_LABEL (label), text);
  pango_font_description_free (font);
  gtk_tree_path_free (path);
  g_date_time_unref (now);
  g_free (text);
  return user_data;
}

void
start (void)
{
  g_thread_unref (g_thread_new ("show", show_thread, NULL));
}
