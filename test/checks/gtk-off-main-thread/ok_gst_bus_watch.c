// FLAGS: gtk3+gst
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A bus watch, and the "message::…" signals of gst_bus_add_signal_watch, are delivered by the main loop.
#include <gst/gst.h>
#include <gtk/gtk.h>

static GtkWidget *slider, *title;

static gboolean on_message(GstBus *bus, GstMessage *message, gpointer data) {
  (void)bus;
  (void)data;
  if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_EOS)
    gtk_range_set_value(GTK_RANGE(slider), 0);
  return TRUE;
}

static void on_tags(GstBus *bus, GstMessage *message, gpointer data) {
  (void)bus;
  (void)message;
  (void)data;
  gtk_label_set_text(GTK_LABEL(title), "tagged");
}

int main(int argc, char **argv) {
  gst_init(&argc, &argv);
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  slider = gtk_scale_new_with_range(GTK_ORIENTATION_HORIZONTAL, 0, 100, 1);
  title = gtk_label_new("");
  gtk_container_add(GTK_CONTAINER(box), slider);
  gtk_container_add(GTK_CONTAINER(box), title);
  gtk_container_add(GTK_CONTAINER(window), box);
  gtk_widget_show_all(window);
  GstElement *player = gst_element_factory_make("playbin", "player");
  GstBus *bus = gst_element_get_bus(player);
  gst_bus_add_watch(bus, on_message, NULL);
  gst_object_unref(bus);
  GstElement *recorder = gst_element_factory_make("playbin", "second");
  GstBus *second = gst_element_get_bus(recorder);
  gst_bus_add_signal_watch(second);
  g_signal_connect(second, "message::tag", G_CALLBACK(on_tags), NULL);
  gst_object_unref(second);
  gst_element_set_state(player, GST_STATE_PLAYING);
  gtk_main();
  return 0;
}
