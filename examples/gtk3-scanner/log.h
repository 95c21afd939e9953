// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Messages of all parts of the program, from any thread, to any number of sinks.
#pragma once
#include <glib.h>

typedef struct _LogSink LogSink;
struct _LogSink {
  void (*write)(LogSink *self, const char *line);
  void (*clear)(LogSink *self);
};

void log_add_sink(LogSink *sink);
void log_message(const char *format, ...) G_GNUC_PRINTF(1, 2);
void log_clear(void);
