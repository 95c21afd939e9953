// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: None
#include <gtk/gtk.h>
enum { None = 7 };
int own_late(void) { gtk_main_quit(); return None; }
#undef None
#include <gdk/gdkx.h>
int own_later(GdkWindow *w) { return GDK_WINDOW_XID(w) == None; }
