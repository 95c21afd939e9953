// FLAGS: gtk4
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A handler that returns a constant returns it at once; what the whole program hands over as user data lasts.
// ADVICE: 'app' cannot be carried
#include <gtk/gtk.h>
#include <unistd.h>

typedef struct {
    GtkWidget *label;
    int shown;
} App;

static gboolean on_close(GtkWindow *window, gpointer user_data)
{
    App *app = user_data;

    if (app->shown) {
        sleep(1);
        app->shown = 0;
        gtk_label_set_text(GTK_LABEL(app->label), "closed");
        gtk_window_destroy(window);
        return TRUE;
    }
    return FALSE;
}

typedef struct {
    App *app;
    GtkWidget *window;
} ActivateLater;

static void activate_later_free(gpointer user_data)
{
    ActivateLater *data = user_data;

    g_object_unref(data->window);
    g_free(data);
}

static gboolean activate_later(gpointer user_data)
{
    ActivateLater *data = user_data;

    gtk_label_set_text(GTK_LABEL(data->app->label), "shown");
    data->app->shown = 1;
    g_signal_connect(data->window, "close-request", G_CALLBACK(on_close), data->app);

    return G_SOURCE_REMOVE;
}

static void activate(GtkApplication *application, gpointer user_data)
{
    App *app = user_data;
    GtkWidget *window = gtk_application_window_new(application);

    app->label = gtk_label_new("");
    gtk_window_set_child(GTK_WINDOW(window), app->label);
    gtk_window_present(GTK_WINDOW(window));
    {
        ActivateLater *data = g_new(ActivateLater, 1);

        data->app = app;
        data->window = g_object_ref(window);
        g_timeout_add_full(G_PRIORITY_DEFAULT, 100, activate_later, data, activate_later_free);
    }
}

int main(int argc, char **argv)
{
    App app = {0};
    GtkApplication *application = gtk_application_new("org.example.later", 0);

    g_signal_connect(application, "activate", G_CALLBACK(activate), &app);
    return g_application_run(G_APPLICATION(application), argc, argv);
}
