// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ACTIONS_H
#define ACTIONS_H
#include <gtk/gtk.h>

void actions_install(GtkApplication *app);
void account_verify(void);

#endif
