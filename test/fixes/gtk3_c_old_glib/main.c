/* FLAGS: plain */
/* DEFINES: -isystemgtk3_c_old_glib/inc -isystem../gtk3_c_old_glib/inc */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Where the headers have no G_SOURCE_REMOVE the function returns FALSE.
 */
#include <old.h>

static GtkWidget *label;

static gpointer
scan (gpointer data)
{
  gchar *name = g_strdup (data);
  gtk_label_set_text (GTK_LABEL (label), name);
  g_free (name);
  return NULL;
}

void
start (void)
{
  g_thread_create (scan, "usr", FALSE, NULL);
}
