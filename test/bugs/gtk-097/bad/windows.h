// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See main.c.
#include <string.h>
#include <gtk/gtk.h>

void compose_new(const char *address);
void main_window_popup(void);
