// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef APP_H
#define APP_H
#include <gtk/gtk.h>

void scan_start(const char *path);
void report_progress(int done, int total);
GtkWidget *window_build(void);
void window_show_fraction(double fraction);

#endif
