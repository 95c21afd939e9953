/* FLAGS: gtk3 */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Boxed values have functions of their own to copy and free them.
 */
#include <gtk/gtk.h>

static GtkWidget *label, *view;

typedef struct
{
  PangoFontDescription *font;
  GtkTreePath *path;
  gchar *text;
} ShowThreadIdle;

static void
show_thread_idle_free (gpointer user_data)
{
  ShowThreadIdle *data = user_data;

  g_clear_pointer (&data->font, pango_font_description_free);
  g_clear_pointer (&data->path, gtk_tree_path_free);
  g_free (data->text);
  g_free (data);
}

static gboolean
show_thread_idle (gpointer user_data)
{
  ShowThreadIdle *data = user_data;

  gtk_widget_override_font (label, data->font);
  gtk_tree_view_expand_to_path (GTK_TREE_VIEW (view), data->path);
  gtk_label_set_text (GTK_LABEL (label), data->text);

  return G_SOURCE_REMOVE;
}

static gpointer
show_thread (gpointer user_data)
{
  PangoFontDescription *font = pango_font_description_from_string ("Sans 12");
  GtkTreePath *path = gtk_tree_path_new_from_string ("0:2");
  GDateTime *now = g_date_time_new_now_local ();
  gchar *text = g_date_time_format (now, "%H:%M");

  {
    ShowThreadIdle *data = g_new (ShowThreadIdle, 1);

    data->font = font;
    if (data->font)
      data->font = pango_font_description_copy (data->font);
    data->path = path;
    if (data->path)
      data->path = gtk_tree_path_copy (data->path);
    data->text = g_strdup (text);
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, show_thread_idle, data,
                     show_thread_idle_free);
  }
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
