// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The work in a process of its own, with the progress shown from there.
#include "child.h"
#include <unistd.h>

static void report(GtkProgressBar *bar, double done) {
  gtk_progress_bar_set_fraction(bar, done); // EXPECT: gui-call-after-fork
  // CHAIN: on_convert -> start -> convert_in_child -> report
}

void convert_in_child(GtkProgressBar *bar, const char *file) {
  for (int i = 0; i < 10; ++i)
    report(bar, i / 10.0);
  _exit(0);
}
