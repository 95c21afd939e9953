// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SINK_H
#define SINK_H
#include <gtk/gtk.h>

#define LOG_TYPE_SINK (log_sink_get_type())
G_DECLARE_DERIVABLE_TYPE(LogSink, log_sink, LOG, SINK, GObject)
struct _LogSinkClass {
  GObjectClass parent_class;
  void (*write_line)(LogSink *self, const char *line);
};
void log_sink_write(LogSink *self, const char *line);

#define VIEW_TYPE_SINK (view_sink_get_type())
G_DECLARE_FINAL_TYPE(ViewSink, view_sink, VIEW, SINK, LogSink)
ViewSink *view_sink_new(GtkTextBuffer *buffer);

#endif
