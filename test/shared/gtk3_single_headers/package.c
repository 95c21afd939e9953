// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#define GETTEXT_PACKAGE "own"
#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>
const char *own_package(GtkWidget *w) { gtk_widget_show(w); return _("x"); }
