// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ui.h"

void ui_set_text(GtkWidget *label, const char *text) {
  gtk_label_set_text(GTK_LABEL(label), text);
}
