// FLAGS: gtk2
// CHECKS: gdk-threads-deprecated
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Line ends and tabs stay as they are, and there is none at the end.
#include <gtk/gtk.h>

static gboolean tick(gpointer label)
{
	gtk_label_set_text (GTK_LABEL (label), "ä");

	return FALSE;
}

int main(int argc, char **argv)
{
	gtk_init (&argc, &argv);
	g_idle_add (tick, gtk_label_new (""));
	gtk_main ();
	return 0;
}