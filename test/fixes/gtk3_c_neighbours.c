// FLAGS: gtk3
// RUN: yes
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Neighbours go into one function, with the comment between them; what is worked out stays in the thread.
#include <gtk/gtk.h>

static GtkWidget *bar, *label;

static gpointer scan(gpointer data) {
    const char *name = data;
    int done, total = 20;

    for (done = 1; done <= total; done++) {
        g_usleep(1000);
        gtk_progress_bar_set_fraction(GTK_PROGRESS_BAR(bar), (double)done / total);
        // the name stays the same
        gtk_label_set_text(GTK_LABEL(label), name);
        gtk_widget_set_sensitive(label, done < total);
    }
    if (done > total)
        gtk_widget_hide(bar);
    return NULL;
}

static gboolean finish(gpointer data) {
    (void)data;
    g_print("fraction: %.2f\n", gtk_progress_bar_get_fraction(GTK_PROGRESS_BAR(bar)));
    g_print("label: %s, %s\n", gtk_label_get_text(GTK_LABEL(label)), gtk_widget_get_sensitive(label) ? "on" : "off");
    g_print("bar: %s\n", gtk_widget_get_visible(bar) ? "shown" : "hidden");
    gtk_main_quit();
    return G_SOURCE_REMOVE;
}

int main(int argc, char **argv) {
    gtk_init(&argc, &argv);
    GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);
    bar = gtk_progress_bar_new();
    label = gtk_label_new("");
    gtk_container_add(GTK_CONTAINER(box), bar);
    gtk_container_add(GTK_CONTAINER(box), label);
    gtk_container_add(GTK_CONTAINER(window), box);
    gtk_widget_show_all(window);
    g_thread_unref(g_thread_new("scan", scan, (gpointer) "/usr"));
    g_timeout_add(500, finish, NULL);
    gtk_main();
    return 0;
}
