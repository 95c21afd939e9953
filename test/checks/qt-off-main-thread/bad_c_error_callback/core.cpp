// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The core's body: no toolkit in sight.
#include "core.h"

static error_cb_t error_cb;

void set_error_cb(error_cb_t cb) { error_cb = cb; }

int report_error(const char *text) {
  if (error_cb)
    (*error_cb)(text);
  return -1;
}

int core_import(const char *file) {
  if (!file)
    return report_error("no file");
  return 0;
}
