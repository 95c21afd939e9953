// FLAGS: gtk2
// RUN: some
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GTK 2: the same, with types that are known in full.
#include <gtk/gtk.h>

struct window {
	GtkWidget *label;
	GtkWidget *bar;
};

static void report(struct window *window, const gchar *text, guint64 bytes)
{
	if (bytes > 1024)
		gtk_label_set_text(GTK_LABEL(window->label), text);
	else
		gtk_label_set_text(GTK_LABEL(window->label), "little");
	gtk_progress_bar_set_fraction(GTK_PROGRESS_BAR(window->bar), bytes / 4096.0);
}

static gpointer copy(gpointer user_data)
{
	report(user_data, "much", 2048);
	return NULL;
}

int main(int argc, char **argv)
{
	static struct window window;
	GtkWidget *top, *box;

	g_thread_init(NULL);
	gtk_init(&argc, &argv);
	top = gtk_window_new(GTK_WINDOW_TOPLEVEL);
	box = gtk_vbox_new(FALSE, 6);
	window.label = gtk_label_new("");
	window.bar = gtk_progress_bar_new();
	gtk_container_add(GTK_CONTAINER(box), window.label);
	gtk_container_add(GTK_CONTAINER(box), window.bar);
	gtk_container_add(GTK_CONTAINER(top), box);
	gtk_widget_show_all(top);
	g_thread_create(copy, &window, FALSE, NULL);
	gtk_main();
	return 0;
}
