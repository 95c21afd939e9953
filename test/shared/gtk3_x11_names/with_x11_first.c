// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <gtk/gtk.h>
Status with_first(Display *display) { gtk_main_quit(); return XFlush(display) ? Success : BadValue; }
