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

typedef struct {
	GtkWidget *label;
	gchar *text;
} ReportIdle;

static void report_idle_free(gpointer user_data)
{
	ReportIdle *data = user_data;

	g_object_unref(data->label);
	g_free(data->text);
	g_free(data);
}

static gboolean report_idle(gpointer user_data)
{
	ReportIdle *data = user_data;

	gtk_label_set_text(GTK_LABEL(data->label), data->text);

	return G_SOURCE_REMOVE;
}

static gboolean report_idle2(gpointer user_data)
{
	GtkWidget *label = user_data;

	gtk_label_set_text(GTK_LABEL(label), "little");

	return G_SOURCE_REMOVE;
}

typedef struct {
	GtkWidget *bar;
	gdouble fraction;
} ReportIdle3;

static void report_idle3_free(gpointer user_data)
{
	ReportIdle3 *data = user_data;

	g_object_unref(data->bar);
	g_free(data);
}

static gboolean report_idle3(gpointer user_data)
{
	ReportIdle3 *data = user_data;

	gtk_progress_bar_set_fraction(GTK_PROGRESS_BAR(data->bar), data->fraction);

	return G_SOURCE_REMOVE;
}

static void report(struct window *window, const gchar *text, guint64 bytes)
{
	if (bytes > 1024) {
		ReportIdle *data = g_new(ReportIdle, 1);

		data->label = g_object_ref(window->label);
		data->text = g_strdup(text);
		g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, report_idle, data, report_idle_free);
	} else
		g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, report_idle2, g_object_ref(window->label),
		                g_object_unref);
	{
		ReportIdle3 *data = g_new(ReportIdle3, 1);

		data->bar = g_object_ref(window->bar);
		data->fraction = bytes / 4096.0;
		g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, report_idle3, data, report_idle3_free);
	}
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
