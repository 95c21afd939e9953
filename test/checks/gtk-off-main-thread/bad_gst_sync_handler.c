// FLAGS: gtk3+gst
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A bus sync handler runs on the thread that posts the message.
// CHAIN: on_sync_message -> show_error
#include <gst/gst.h>
#include <gtk/gtk.h>

static GtkWidget *infobar;

static void show_error(GstMessage *message) {
  (void)message;
  gtk_widget_show(infobar); /* EXPECT: gtk-off-main-thread */
}

static GstBusSyncReply on_sync_message(GstBus *bus, GstMessage *message, gpointer data) {
  (void)bus;
  (void)data;
  if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_ERROR)
    show_error(message);
  return GST_BUS_PASS;
}

int main(int argc, char **argv) {
  gst_init(&argc, &argv);
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  infobar = gtk_info_bar_new();
  gtk_container_add(GTK_CONTAINER(window), infobar);
  gtk_widget_show(window);
  GstElement *player = gst_element_factory_make("playbin", "player");
  GstBus *bus = gst_element_get_bus(player);
  gst_bus_set_sync_handler(bus, on_sync_message, NULL, NULL);
  gst_object_unref(bus);
  gst_element_set_state(player, GST_STATE_PLAYING);
  gtk_main();
  return 0;
}
