// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "log.h"
#include <glib.h>
#include <stdarg.h>
#include <stdio.h>

static void log_dummy(const char *text) { (void)text; }

static LogFunc log_print_ui_func = log_dummy;
static LogFunc log_warning_ui_func = log_dummy;

void set_log_ui_func(LogFunc print_func, LogFunc warning_func) {
  log_print_ui_func = print_func;
  log_warning_ui_func = warning_func;
}

void log_print(const char *format, ...) {
  char buf[256];
  va_list args;
  va_start(args, format);
  vsnprintf(buf, sizeof buf, format, args);
  va_end(args);
  log_print_ui_func(buf);
}

static gpointer resolve_thread(gpointer data) {
  log_print("resolving %s\n", (const char *)data);
  return NULL;
}

void resolve_start(const char *host) { g_thread_create(resolve_thread, (gpointer)host, FALSE, NULL); }
