// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A part of the C core that reports.
#include "errorhelper.h"
#include <stdio.h>

void export_dives_xslt(const char *file) {
  FILE *out = fopen(file, "w");
  if (!out) {
    report_error("cannot write %s", file);
    return;
  }
  fclose(out);
}
