// FLAGS: gtk3+gst
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GStreamer emits "pad-added" on a streaming thread. The handler links the pad (fine) and updates a label (not fine).
// CHAIN: on_pad_added
#include <gst/gst.h>
#include <gtk/gtk.h>

static GtkWidget *label;

static void on_pad_added(GstElement *decoder, GstPad *pad, gpointer sink) {
  (void)decoder;
  GstPad *target = gst_element_get_static_pad(sink, "sink");
  gst_pad_link(pad, target);
  gst_object_unref(target);
  gtk_label_set_text(GTK_LABEL(label), "playing"); /* EXPECT: gtk-off-main-thread */
}

int main(int argc, char **argv) {
  gst_init(&argc, &argv);
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  label = gtk_label_new("stopped");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  GstElement *pipeline = gst_pipeline_new("player");
  GstElement *source = gst_element_factory_make("uridecodebin", NULL);
  GstElement *sink = gst_element_factory_make("autoaudiosink", NULL);
  gst_bin_add_many(GST_BIN(pipeline), source, sink, NULL);
  g_signal_connect(source, "pad-added", G_CALLBACK(on_pad_added), sink);
  gst_element_set_state(pipeline, GST_STATE_PLAYING);
  gtk_main();
  return 0;
}
