// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <gtk/gtk.h>
#ifdef GDK_WINDOWING_X11
int own_windowing(void) { gtk_main(); return 1; }
#endif
#ifdef None
int own_none(void) { return 1; }
#else
int own_no_none(void) { gtk_main_quit(); return 2; }
#endif
