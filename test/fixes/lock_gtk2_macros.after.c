// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GTK 2: macros that call through a pointer; g_thread_init(), which GLib has not needed since 2.32, goes with the lock.
#include <gtk/gtk.h>

static gboolean refresh(gpointer label)
{
	gtk_label_set_text (GTK_LABEL (label), "refreshed");

	return FALSE;
}

int main(int argc, char **argv)
{
	GtkWidget *window, *label;

	gtk_init (&argc, &argv);

	window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
	label = gtk_label_new ("");
	gtk_container_add (GTK_CONTAINER (window), label);
	gtk_widget_show_all (window);
	g_idle_add (refresh, label);

	gtk_main ();
	return 0;
}
