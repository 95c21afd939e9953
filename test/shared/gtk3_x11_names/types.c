// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <gtk/gtk.h>
typedef struct { int x; } Window;
typedef struct { Window *window; } Display;
typedef int Cursor;
struct _XDisplay { int of_mine; };
int own_types(Display *d, Cursor c, struct _XDisplay *x) { gtk_main_quit(); return d->window->x + c + x->of_mine; }
