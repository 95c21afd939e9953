// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <gtk/gtk.h>
#define _(x) own_translate(x)
static const char *own_translate(const char *x) { return x; }
const char *own_underscore(GtkWidget *w) { gtk_widget_show(w); return _("y"); }
