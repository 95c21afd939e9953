// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MODEL_H
#define MODEL_H
#include <gtk/gtk.h>

void model_watch(GtkListStore *store);
void model_row_changed(GtkListStore *store);

#endif
