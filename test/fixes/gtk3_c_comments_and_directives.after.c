/* FLAGS: gtk3 */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Comments go along, directives do not.
 */
#include <gtk/gtk.h>

static GtkWidget *label, *image, *title;

static gboolean
decorate_idle (gpointer user_data)
{
  char *text = user_data;

  gtk_label_set_markup (GTK_LABEL (label), /* not plain */ text);
  /* The picture is
     a theme's. */
  gtk_image_set_from_icon_name (GTK_IMAGE (image),
                                "folder", // the closed one
                                GTK_ICON_SIZE_MENU);

  return G_SOURCE_REMOVE;
}

static gboolean
decorate_idle2 (gpointer user_data)
{
  gtk_widget_show (image);

  return G_SOURCE_REMOVE;
}

static gpointer
decorate (gpointer user_data)
{
  const char *text = user_data;

  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, decorate_idle, g_strdup (text),
                   g_free);
#ifdef WITH_HINTS
  gtk_widget_set_tooltip_text (label, text);
#endif
  g_idle_add (decorate_idle2, NULL); /* at last */
  gtk_label_set_selectable (GTK_LABEL (title), // ADVICE: a directive stands in it
#ifdef WITH_HINTS
                            FALSE
#else
                            TRUE
#endif
                            );
  return NULL;
}

void
start (void)
{
  g_thread_unref (g_thread_new ("decorate", decorate, (gpointer) "<b>b</b>"));
}
