// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a call only reads through an address is carried whole, and its copy's address passed.
#include <gtk/gtk.h>

static GtkWidget *label, *menu;

static gpointer paint(gpointer unused) {
  GdkRGBA color;
  GdkRectangle where = {0, 0, 10, 10};

  gdk_rgba_parse(&color, "#ff8800");
  gtk_widget_override_color(label, GTK_STATE_FLAG_NORMAL, &color);
  color.alpha = 0.5;
  gtk_popover_set_pointing_to(GTK_POPOVER(menu), &where);
  return unused;
}

void start(void) { g_thread_unref(g_thread_new("paint", paint, NULL)); }
