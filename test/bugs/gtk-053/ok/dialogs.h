// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DIALOGS_H
#define DIALOGS_H
#include <gtk/gtk.h>

void error_dialog(GtkWindow *parent, const char *primary, const char *secondary);

#endif
