// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GTK 2: a message whose answer nobody wants, and one that is asked in a condition.
#include <gtk/gtk.h>

static void on_about(GtkWidget *item, gpointer data) {
	GtkWidget *dialog = gtk_message_dialog_new(NULL, 0, GTK_MESSAGE_INFO, GTK_BUTTONS_OK, "Example");
	gtk_dialog_run(GTK_DIALOG(dialog));
	gtk_widget_destroy(dialog);
}

static void on_clear(GtkWidget *item, gpointer data) {
	GtkWidget *dialog = gtk_message_dialog_new(NULL, 0, GTK_MESSAGE_QUESTION, GTK_BUTTONS_YES_NO, "Clear?");
	if (gtk_dialog_run(GTK_DIALOG(dialog)) == GTK_RESPONSE_YES) {
		gtk_widget_hide(item);
	}
	gtk_widget_destroy(dialog);
}

int main(int argc, char **argv) {
	gtk_init(&argc, &argv);
	GtkWidget *about = gtk_button_new(), *clear = gtk_button_new();
	g_signal_connect(about, "clicked", G_CALLBACK(on_about), NULL);
	g_signal_connect(clear, "clicked", G_CALLBACK(on_clear), NULL);
	gtk_main();
	return 0;
}
