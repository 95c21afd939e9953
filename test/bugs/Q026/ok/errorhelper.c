// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The reports' body: formats, then calls the function that was set.
#include "errorhelper.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static void (*error_cb)(char *) = NULL;

void set_error_cb(void (*cb)(char *)) { error_cb = cb; }

int report_error(const char *format, ...) {
  char *text = malloc(256);
  va_list ap;
  va_start(ap, format);
  vsnprintf(text, 256, format, ap);
  va_end(ap);
  if (error_cb == NULL) {
    free(text);
    return -1;
  }
  (*error_cb)(text);
  return -1;
}
