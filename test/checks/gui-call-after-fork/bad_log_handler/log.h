// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtk/gtk.h>
void log_init(void);
