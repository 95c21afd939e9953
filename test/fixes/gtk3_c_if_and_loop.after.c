/* FLAGS: gtk3 */
/* RUN: some */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * What is done if a call says so goes with that call, and so does a loop over what a call gives.
 */
#include <gtk/gtk.h>

static GtkWidget *box, *label;

static gboolean
clear_thread_idle (gpointer user_data)
{
  GList *children;
  GList *l;

  children = gtk_container_get_children (GTK_CONTAINER (box));
  for (l = children; l != NULL; l = l->next)
    if (l->data != label)
      gtk_widget_destroy (l->data);
  g_list_free (children);

  return G_SOURCE_REMOVE;
}

static gboolean
clear_thread_idle2 (gpointer user_data)
{
  char *text = user_data;

  if (gtk_widget_get_visible (label))
    gtk_label_set_text (GTK_LABEL (label), text);
  else
    gtk_widget_show (label);

  return G_SOURCE_REMOVE;
}

static gpointer
clear_thread (gpointer user_data)
{
  const char *text = user_data;

  g_idle_add (clear_thread_idle, NULL);
  g_usleep (1000);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, clear_thread_idle2,
                   g_strdup (text), g_free);
  return NULL;
}

int
main (int argc, char **argv)
{
  GtkWidget *window;

  gtk_init (&argc, &argv);
  window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  label = gtk_label_new ("old");
  gtk_container_add (GTK_CONTAINER (box), gtk_button_new_with_label ("one"));
  gtk_container_add (GTK_CONTAINER (box), label);
  gtk_container_add (GTK_CONTAINER (box), gtk_button_new_with_label ("two"));
  gtk_container_add (GTK_CONTAINER (window), box);
  gtk_widget_show_all (window);
  g_thread_unref (g_thread_new ("clear", clear_thread, (gpointer) "cleared"));
  gtk_main ();
  return 0;
}
