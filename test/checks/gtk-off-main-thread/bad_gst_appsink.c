// FLAGS: gtk3+gst
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The callback table of an appsink: new_sample comes on the streaming thread.
// CHAIN: on_new_sample -> paint_frame
#include <gst/app/gstappsink.h>
#include <gst/gst.h>
#include <gtk/gtk.h>

static void paint_frame(GtkWidget *area, GstSample *sample) {
  g_object_set_data_full(G_OBJECT(area), "frame", sample, (GDestroyNotify)gst_sample_unref);
  gtk_widget_queue_draw(area); /* EXPECT: gtk-off-main-thread */
}

static GstFlowReturn on_new_sample(GstAppSink *sink, gpointer data) {
  paint_frame(data, gst_app_sink_pull_sample(sink));
  return GST_FLOW_OK;
}

int main(int argc, char **argv) {
  gst_init(&argc, &argv);
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *area = gtk_drawing_area_new();
  gtk_container_add(GTK_CONTAINER(window), area);
  gtk_widget_show_all(window);
  GstElement *pipeline = gst_parse_launch("videotestsrc ! appsink name=out", NULL);
  GstElement *out = gst_bin_get_by_name(GST_BIN(pipeline), "out");
  GstAppSinkCallbacks callbacks = {.new_sample = on_new_sample};
  gst_app_sink_set_callbacks(GST_APP_SINK(out), &callbacks, area, NULL);
  gst_element_set_state(pipeline, GST_STATE_PLAYING);
  gtk_main();
  return 0;
}
