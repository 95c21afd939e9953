// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "app.h"

void report_progress(int done, int total) {
  if (done % 50 == 0)
    window_show_fraction((double)done / total);
}
