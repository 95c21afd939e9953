// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <gtk/gtk.h>
#include <gdk/gdkx.h>
#include <X11/Xlib.h>
Bool with_x11(GdkWindow *window) { return GDK_WINDOW_XID(window) == None ? False : True; }
