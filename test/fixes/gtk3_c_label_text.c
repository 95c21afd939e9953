/* FLAGS: gtk3 */
/* RUN: yes */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * A text and an object are carried; the thread frees its own text right after.
 */
#include <gtk/gtk.h>

typedef struct
{
  GtkWidget *label;
  int count;
} App;

/* Counts, then says so. */
static gpointer
count_thread (gpointer user_data)
{
  App *app = user_data;
  char *text;

  app->count = 42;
  text = g_strdup_printf ("%d files", app->count);
  gtk_label_set_text (GTK_LABEL (app->label), text);
  g_free (text);
  return NULL;
}

static gboolean
finish (gpointer user_data)
{
  App *app = user_data;

  g_print ("label: %s\n", gtk_label_get_text (GTK_LABEL (app->label)));
  gtk_main_quit ();
  return FALSE;
}

int
main (int argc, char **argv)
{
  static App app;
  GtkWidget *window;

  gtk_init (&argc, &argv);
  window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  app.label = gtk_label_new ("");
  gtk_container_add (GTK_CONTAINER (window), app.label);
  gtk_widget_show_all (window);
  g_thread_unref (g_thread_new ("count", count_thread, &app));
  g_timeout_add (300, finish, &app);
  gtk_main ();
  return 0;
}
