/* FLAGS: plain */
/* DEFINES: -isystemgtk3_c_old_glib/inc -isystem../gtk3_c_old_glib/inc */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Where the headers have no G_SOURCE_REMOVE the function returns FALSE.
 */
#include <old.h>

static GtkWidget *label;

static gboolean
scan_idle (gpointer user_data)
{
  gchar *name = user_data;

  gtk_label_set_text (GTK_LABEL (label), name);

  return FALSE;
}

static gpointer
scan (gpointer data)
{
  gchar *name = g_strdup (data);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, scan_idle, g_strdup (name),
                   g_free);
  g_free (name);
  return NULL;
}

void
start (void)
{
  g_thread_create (scan, "usr", FALSE, NULL);
}
