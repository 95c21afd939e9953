// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: it names XFlush
#include <gtk/gtk.h>
static int XFlush(int x) { gtk_main_quit(); return x; }
static void Screen(void) { gtk_main(); }
int own_functions(void) { Screen(); return XFlush(3); }
