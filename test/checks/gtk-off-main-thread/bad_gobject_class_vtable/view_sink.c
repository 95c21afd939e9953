// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "sink.h"

struct _ViewSink {
  LogSink parent_instance;
  GtkTextBuffer *buffer;
};
G_DEFINE_TYPE(ViewSink, view_sink, LOG_TYPE_SINK)

static void view_sink_write_line(LogSink *sink, const char *line) {
  ViewSink *self = VIEW_SINK(sink);
  gtk_text_buffer_insert_at_cursor(self->buffer, line, -1); /* EXPECT: gtk-off-main-thread */
}

static void view_sink_class_init(ViewSinkClass *klass) {
  LogSinkClass *sink_class = LOG_SINK_CLASS(klass);
  sink_class->write_line = view_sink_write_line;
}
static void view_sink_init(ViewSink *self) { (void)self; }

ViewSink *view_sink_new(GtkTextBuffer *buffer) {
  ViewSink *self = g_object_new(VIEW_TYPE_SINK, NULL);
  self->buffer = buffer;
  return self;
}
