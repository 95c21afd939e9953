// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "log.h"

static GMutex lock;
static GPtrArray *sinks;

void log_add_sink(LogSink *sink) {
  g_mutex_lock(&lock);
  if (!sinks)
    sinks = g_ptr_array_new();
  g_ptr_array_add(sinks, sink);
  g_mutex_unlock(&lock);
}

// Calls every sink on the thread of whoever logs. A sink that shows widgets has to know that.
static void deliver(const char *line) {
  g_mutex_lock(&lock);
  for (guint i = 0; sinks && i < sinks->len; i++) {
    LogSink *sink = g_ptr_array_index(sinks, i);
    sink->write(sink, line);
  }
  g_mutex_unlock(&lock);
}

void log_message(const char *format, ...) {
  va_list args;
  va_start(args, format);
  char *line = g_strdup_vprintf(format, args);
  va_end(args);
  deliver(line);
  g_free(line);
}

void log_clear(void) {
  g_mutex_lock(&lock);
  for (guint i = 0; sinks && i < sinks->len; i++) {
    LogSink *sink = g_ptr_array_index(sinks, i);
    if (sink->clear)
      sink->clear(sink);
  }
  g_mutex_unlock(&lock);
}
