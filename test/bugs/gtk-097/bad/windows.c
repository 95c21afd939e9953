// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See main.c.
#include "windows.h"

static GtkWidget *window;

void main_window_popup(void) { gtk_window_present(GTK_WINDOW(window)); } /* EXPECT: gdk-lock */

void compose_new(const char *address) {
  GtkWidget *compose = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_window_set_title(GTK_WINDOW(compose), address);
  gtk_widget_show(compose);
}
