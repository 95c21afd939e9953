// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-059, Rhythmbox: the volume button's timeout returns before the macro that gives the GDK lock back.
// CHECKS: gdk-lock
// CHAIN: cb_button_timeout
#include <gtk/gtk.h>


typedef struct {
  GtkWidget *button, *scale;
  gdouble direction;
  guint click_id;
} VolumeButton;

static gboolean button_timeout(VolumeButton *button) {
  GtkAdjustment *adjustment;
  if (!button->click_id)
    return FALSE;
  adjustment = gtk_range_get_adjustment(GTK_RANGE(button->scale));
  gtk_adjustment_set_value(adjustment, gtk_adjustment_get_value(adjustment) + button->direction);
  return TRUE;
}

static gboolean cb_button_timeout(gpointer data) {
  VolumeButton *button = data;
  GDK_THREADS_ENTER();
  return button_timeout(button); /* EXPECT: gdk-lock */
  GDK_THREADS_LEAVE();
}

static gboolean cb_button_press(GtkWidget *widget, GdkEventButton *event, VolumeButton *button) {
  (void)widget;
  (void)event;
  button->direction = 0.1;
  button->click_id = g_timeout_add(250, cb_button_timeout, button);
  return TRUE;
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  static VolumeButton volume;
  volume.button = gtk_button_new();
  volume.scale = gtk_vscale_new_with_range(0, 1, 0.1);
  g_signal_connect(volume.button, "button-press-event", G_CALLBACK(cb_button_press), &volume);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
