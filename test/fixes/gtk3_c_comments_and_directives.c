/* FLAGS: gtk3 */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Comments go along, directives do not.
 */
#include <gtk/gtk.h>

static GtkWidget *label, *image, *title;

static gpointer
decorate (gpointer user_data)
{
  const char *text = user_data;

  gtk_label_set_markup (GTK_LABEL (label), /* not plain */ text);
  /* The picture is
     a theme's. */
  gtk_image_set_from_icon_name (GTK_IMAGE (image),
                                "folder", // the closed one
                                GTK_ICON_SIZE_MENU);
#ifdef WITH_HINTS
  gtk_widget_set_tooltip_text (label, text);
#endif
  gtk_widget_show (image); /* at last */
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
