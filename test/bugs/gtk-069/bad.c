// FLAGS: gtk3+gst
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-069, Rhythmbox: at the end of an encoding a GStreamer bus watch asks a possibly remote file for its size. Reduced to the
// encoder.
// CHAIN: bus_watch_cb -> encoder_emit_completed
#include <gst/gst.h>
#include <gtk/gtk.h>

typedef struct {
  GstElement *pipeline;
  char *dest_uri;
  GtkLabel *label;
} Encoder;

static void encoder_emit_completed(Encoder *encoder) {
  guint64 size = 0;
  GFile *file = g_file_new_for_uri(encoder->dest_uri);
  GFileInfo *info = g_file_query_info(file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL); /* EXPECT: blocking-call-on-main */
  if (info) {
    size = g_file_info_get_attribute_uint64(info, G_FILE_ATTRIBUTE_STANDARD_SIZE);
    g_object_unref(info);
  }
  g_object_unref(file);
  char *text = g_strdup_printf("%" G_GUINT64_FORMAT " bytes", size);
  gtk_label_set_text(encoder->label, text);
  g_free(text);
}

static gboolean bus_watch_cb(GstBus *bus, GstMessage *message, gpointer data) {
  (void)bus;
  switch (GST_MESSAGE_TYPE(message)) {
  case GST_MESSAGE_EOS:
    encoder_emit_completed(data);
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
