// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a call only reads through an address is carried whole, and its copy's address passed.
#include <gtk/gtk.h>

static GtkWidget *label, *menu;

typedef struct {
  GdkRGBA color;
} PaintIdle;

static gboolean paint_idle(gpointer user_data) {
  PaintIdle *data = user_data;

  gtk_widget_override_color(label, GTK_STATE_FLAG_NORMAL, &data->color);

  return G_SOURCE_REMOVE;
}

typedef struct {
  GdkRectangle where;
} PaintIdle2;

static gboolean paint_idle2(gpointer user_data) {
  PaintIdle2 *data = user_data;

  gtk_popover_set_pointing_to(GTK_POPOVER(menu), &data->where);

  return G_SOURCE_REMOVE;
}

static gpointer paint(gpointer unused) {
  GdkRGBA color;
  GdkRectangle where = {0, 0, 10, 10};

  gdk_rgba_parse(&color, "#ff8800");
  {
    PaintIdle *data = g_new(PaintIdle, 1);

    data->color = color;
    g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, paint_idle, data, g_free);
  }
  color.alpha = 0.5;
  {
    PaintIdle2 *data = g_new(PaintIdle2, 1);

    data->where = where;
    g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, paint_idle2, data, g_free);
  }
  return unused;
}

void start(void) { g_thread_unref(g_thread_new("paint", paint, NULL)); }
