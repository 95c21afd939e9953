// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Line ends, tabs and the mark at the beginning stay what they are.
#include <gtk/gtk.h>

static GtkWidget *label;

static gboolean tell_idle (gpointer user_data)
{
	gchar *text = user_data;

	gtk_label_set_text (GTK_LABEL (label), text);

	return G_SOURCE_REMOVE;
}

/**
 * Says how far it is.
 */
static gpointer tell (gpointer data)
{
	int percent;
	for (percent = 0; percent <= 100; ++percent) {
		gchar *text = g_strdup_printf ("%d %%", percent);
		g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, tell_idle, g_strdup (text),
		                 g_free);
		g_free (text);
	}
	return data;
}

void start (void)
{
	g_thread_unref (g_thread_new ("tell", tell, NULL));
}