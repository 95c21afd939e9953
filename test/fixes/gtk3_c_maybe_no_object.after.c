// FLAGS: gtk3
// RUN: yes
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An object that may not be there is only referred to when it is.
#include <gtk/gtk.h>

static GtkWidget *image, *label;

typedef struct {
    GdkPixbuf *pixbuf;
    GdkRGBA *color;
    char *str;
} ShowPictureIdle;

static void show_picture_idle_free(gpointer user_data)
{
    ShowPictureIdle *data = user_data;

    g_clear_object(&data->pixbuf);
    g_clear_pointer(&data->color, gdk_rgba_free);
    g_free(data->str);
    g_free(data);
}

static gboolean show_picture_idle(gpointer user_data)
{
    ShowPictureIdle *data = user_data;

    gtk_image_set_from_pixbuf(GTK_IMAGE(image), data->pixbuf);
    gtk_widget_override_color(label, GTK_STATE_FLAG_NORMAL, data->color);
    gtk_label_set_text(GTK_LABEL(label), data->str);

    return G_SOURCE_REMOVE;
}

static void show_picture(GdkPixbuf *pixbuf, GdkRGBA *color)
{
    ShowPictureIdle *data = g_new(ShowPictureIdle, 1);

    data->pixbuf = pixbuf;
    if (data->pixbuf)
        g_object_ref(data->pixbuf);
    data->color = color;
    if (data->color)
        data->color = gdk_rgba_copy(data->color);
    data->str = g_strdup(pixbuf ? "picture" : "no picture");
    g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, show_picture_idle, data, show_picture_idle_free);
}

static gpointer load(gpointer unused)
{
    GdkPixbuf *pixbuf = gdk_pixbuf_new(GDK_COLORSPACE_RGB, FALSE, 8, 4, 4);
    GdkRGBA red = {1, 0, 0, 1};
    show_picture(pixbuf, &red);
    g_object_unref(pixbuf);
    show_picture(NULL, NULL);
    return unused;
}

int main(int argc, char **argv)
{
    gtk_init(&argc, &argv);
    GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);
    image = gtk_image_new();
    label = gtk_label_new("");
    gtk_container_add(GTK_CONTAINER(box), image);
    gtk_container_add(GTK_CONTAINER(box), label);
    gtk_container_add(GTK_CONTAINER(window), box);
    gtk_widget_show_all(window);
    g_thread_unref(g_thread_new("load", load, NULL));
    gtk_main();
    return 0;
}
