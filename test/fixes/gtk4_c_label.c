/* FLAGS: gtk4 */
/* RUN: yes settle=1500 */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * GTK 4: classes whose inside nobody sees are objects all the same; a list model is one, too.
 */
#include <gtk/gtk.h>

typedef struct
{
  GtkLabel *label;
  GtkStringList *names;
  GtkWidget *switcher;
} Panel;

static gpointer
load_names (gpointer user_data)
{
  Panel *panel = user_data;
  g_autofree char *name = g_strdup ("first");

  gtk_string_list_append (panel->names, name);
  gtk_label_set_label (panel->label, name);
  gtk_switch_set_active (GTK_SWITCH (panel->switcher), TRUE);
  return NULL;
}

static gboolean
finish (gpointer user_data)
{
  Panel *panel = user_data;

  g_print ("names: %s\n", gtk_string_list_get_string (panel->names, 0));
  return G_SOURCE_REMOVE;
}

int
main (int argc, char **argv)
{
  static Panel panel;
  GtkWidget *window, *box;

  gtk_init ();
  window = gtk_window_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  panel.label = GTK_LABEL (gtk_label_new (""));
  panel.names = gtk_string_list_new (NULL);
  panel.switcher = gtk_switch_new ();
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (panel.label));
  gtk_box_append (GTK_BOX (box), panel.switcher);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  g_thread_unref (g_thread_new ("load", load_names, &panel));
  g_timeout_add (1000, finish, &panel);
  g_main_loop_run (g_main_loop_new (NULL, FALSE));
  return 0;
}
