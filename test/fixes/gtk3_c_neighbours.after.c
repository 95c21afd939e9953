// FLAGS: gtk3
// RUN: yes
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Neighbours go into one function, with the comment between them; what is worked out stays in the thread.
#include <gtk/gtk.h>

static GtkWidget *bar, *label;

typedef struct {
    gdouble fraction;
    char *name;
    gboolean sensitive;
} ScanIdle;

static void scan_idle_free(gpointer user_data) {
    ScanIdle *idle_data = user_data;

    g_free(idle_data->name);
    g_free(idle_data);
}

static gboolean scan_idle(gpointer user_data) {
    ScanIdle *idle_data = user_data;

    gtk_progress_bar_set_fraction(GTK_PROGRESS_BAR(bar), idle_data->fraction);
    // the name stays the same
    gtk_label_set_text(GTK_LABEL(label), idle_data->name);
    gtk_widget_set_sensitive(label, idle_data->sensitive);

    return G_SOURCE_REMOVE;
}

static gboolean scan_idle2(gpointer user_data) {
    gtk_widget_hide(bar);

    return G_SOURCE_REMOVE;
}

static gpointer scan(gpointer data) {
    const char *name = data;
    int done, total = 20;

    for (done = 1; done <= total; done++) {
        g_usleep(1000);
        {
            ScanIdle *idle_data = g_new(ScanIdle, 1);

            idle_data->fraction = (double)done / total;
            idle_data->name = g_strdup(name);
            idle_data->sensitive = done < total;
            g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, scan_idle, idle_data, scan_idle_free);
        }
    }
    if (done > total)
        g_idle_add(scan_idle2, NULL);
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
