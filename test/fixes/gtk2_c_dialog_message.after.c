// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GTK 2: a message whose answer nobody wants, and one that is asked in a condition.
#include <gtk/gtk.h>

static void on_about_response(GtkWidget *dialog, gint response_id, gpointer user_data) {
	gtk_widget_destroy(dialog);
}

static void on_about(GtkWidget *item, gpointer data) {
	GtkWidget *dialog = gtk_message_dialog_new(NULL, 0, GTK_MESSAGE_INFO, GTK_BUTTONS_OK, "Example");
	g_signal_connect(dialog, "response", G_CALLBACK(on_about_response), NULL);
	gtk_window_set_modal(GTK_WINDOW(dialog), TRUE);
	gtk_window_present(GTK_WINDOW(dialog));
}

static void on_clear_response(GtkWidget *dialog, gint response_id, gpointer user_data) {
	GtkWidget *item = user_data;

	if (response_id == GTK_RESPONSE_YES) {
		gtk_widget_hide(item);
	}
	gtk_widget_destroy(dialog);
}

static void on_clear(GtkWidget *item, gpointer data) {
	GtkWidget *dialog = gtk_message_dialog_new(NULL, 0, GTK_MESSAGE_QUESTION, GTK_BUTTONS_YES_NO, "Clear?");
	g_signal_connect_data(dialog, "response", G_CALLBACK(on_clear_response), g_object_ref(item),
	                      (GClosureNotify) g_object_unref, 0);
	gtk_window_set_modal(GTK_WINDOW(dialog), TRUE);
	gtk_window_present(GTK_WINDOW(dialog));
}

int main(int argc, char **argv) {
	gtk_init(&argc, &argv);
	GtkWidget *about = gtk_button_new(), *clear = gtk_button_new();
	g_signal_connect(about, "clicked", G_CALLBACK(on_about), NULL);
	g_signal_connect(clear, "clicked", G_CALLBACK(on_clear), NULL);
	gtk_main();
	return 0;
}
