// FLAGS: gtk3+gst
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A pad probe runs with the data, on the streaming thread.
// CHAIN: count_buffer
#include <gst/gst.h>
#include <gtk/gtk.h>

static GstPadProbeReturn count_buffer(GstPad *pad, GstPadProbeInfo *info, gpointer data) {
  (void)pad;
  (void)info;
  gtk_progress_bar_pulse(GTK_PROGRESS_BAR(data)); /* EXPECT: gtk-off-main-thread */
  return GST_PAD_PROBE_OK;
}

int main(int argc, char **argv) {
  gst_init(&argc, &argv);
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *bar = gtk_progress_bar_new();
  gtk_container_add(GTK_CONTAINER(window), bar);
  gtk_widget_show_all(window);
  GstElement *pipeline = gst_parse_launch("audiotestsrc ! fakesink name=end", NULL);
  GstElement *end = gst_bin_get_by_name(GST_BIN(pipeline), "end");
  GstPad *pad = gst_element_get_static_pad(end, "sink");
  gst_pad_add_probe(pad, GST_PAD_PROBE_TYPE_BUFFER, count_buffer, bar, NULL);
  gst_object_unref(pad);
  gst_object_unref(end);
  gst_element_set_state(pipeline, GST_STATE_PLAYING);
  gtk_main();
  return 0;
}
