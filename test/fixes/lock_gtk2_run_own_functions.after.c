// FLAGS: gtk2
// RUN: some
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A recursive lock of the program's own, taken in a handler as well: without it everything still happens.
#include <gtk/gtk.h>
#include <stdio.h>

static GtkWidget *entry, *button;

static void on_clicked(GtkButton *clicked, gpointer data)
{
	gtk_entry_set_text(GTK_ENTRY(data), gtk_button_get_label(clicked));
}

static gboolean work_idle(gpointer user_data)
{
	char *name = user_data;

	gtk_button_set_label(GTK_BUTTON(button), name);
	gtk_button_clicked(GTK_BUTTON(button));
	gtk_main_quit();

	return G_SOURCE_REMOVE;
}

static gpointer work(gpointer data)
{
	const char *name = data;

	g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, work_idle, g_strdup(name), g_free);

	return NULL;
}

int main(int argc, char **argv)
{
	GtkWidget *window, *box;

	gtk_init(&argc, &argv);
	window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
	box = gtk_vbox_new(FALSE, 0);
	entry = gtk_entry_new();
	button = gtk_button_new_with_label("");
	gtk_container_add(GTK_CONTAINER(window), box);
	gtk_container_add(GTK_CONTAINER(box), entry);
	gtk_container_add(GTK_CONTAINER(box), button);
	g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), entry);
	gtk_widget_show_all(window);

	g_thread_create(work, "pressed", FALSE, NULL);
	gtk_main();

	printf("%s\n", gtk_entry_get_text(GTK_ENTRY(entry)));
	return 0;
}
