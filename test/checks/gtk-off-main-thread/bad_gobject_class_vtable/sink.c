// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "sink.h"

G_DEFINE_TYPE(LogSink, log_sink, G_TYPE_OBJECT)

static void log_sink_real_write_line(LogSink *self, const char *line) {
  (void)self;
  g_printerr("%s\n", line);
}

static void log_sink_class_init(LogSinkClass *klass) { klass->write_line = log_sink_real_write_line; }
static void log_sink_init(LogSink *self) { (void)self; }

void log_sink_write(LogSink *self, const char *line) { LOG_SINK_GET_CLASS(self)->write_line(self, line); }
