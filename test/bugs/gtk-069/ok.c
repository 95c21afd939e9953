// FLAGS: gtk3+gst
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-069, Rhythmbox, fixed: the pipeline itself says how much it has written.
#include <gst/gst.h>
#include <gtk/gtk.h>

typedef struct {
  GstElement *pipeline;
  char *dest_uri;
  gint64 dest_size;
  GtkLabel *label;
} Encoder;

static void encoder_emit_completed(Encoder *encoder) {
  char *text = g_strdup_printf("%" G_GINT64_FORMAT " bytes", encoder->dest_size);
  gtk_label_set_text(encoder->label, text);
  g_free(text);
}

static gboolean bus_watch_cb(GstBus *bus, GstMessage *message, gpointer data) {
  Encoder *encoder = data;
  (void)bus;
  switch (GST_MESSAGE_TYPE(message)) {
  case GST_MESSAGE_EOS:
    gst_element_query_position(encoder->pipeline, GST_FORMAT_BYTES, &encoder->dest_size);
    encoder_emit_completed(encoder);
    break;
  default:
    break;
  }
  return TRUE;
}

int main(int argc, char **argv) {
  Encoder encoder;
  gst_init(&argc, &argv);
  gtk_init(&argc, &argv);
  encoder.label = GTK_LABEL(gtk_label_new(""));
  encoder.dest_uri = g_strdup("smb://nas/music/a.ogg");
  encoder.pipeline = gst_parse_launch("audiotestsrc num-buffers=9 ! vorbisenc ! oggmux ! giosink", NULL);
  GstBus *bus = gst_pipeline_get_bus(GST_PIPELINE(encoder.pipeline));
  gst_bus_add_watch(bus, bus_watch_cb, &encoder);
  gst_object_unref(bus);
  gst_element_set_state(encoder.pipeline, GST_STATE_PLAYING);
  gtk_main();
  return 0;
}
