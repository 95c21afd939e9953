// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef VIEW_H
#define VIEW_H
#include <gtk/gtk.h>

void view_watch(GtkWidget *label);

#endif
