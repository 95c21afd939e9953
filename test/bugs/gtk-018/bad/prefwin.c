// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-018, DeaDBeeF: the media library's scanner queue calls its listeners on its own thread; the preferences window's listener
// sets a check button. Reduced: the library's queue and listener array, and the window; Apple blocks became functions.
// CHAIN: scanner -> notify_listeners -> on_medialib_event
#include "medialib.h"
#include <gtk/gtk.h>

static void on_medialib_event(MediaEvent event, void *user_data) {
  if (event == ML_STATE_CHANGED)
    gtk_toggle_button_set_active(GTK_TOGGLE_BUTTON(user_data), medialib_enabled()); /* EXPECT: gtk-off-main-thread */
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *check = gtk_check_button_new_with_label("Enable media library");
  gtk_container_add(GTK_CONTAINER(window), check);
  gtk_widget_show_all(window);
  medialib_add_listener(on_medialib_event, check);
  medialib_refresh();
  gtk_main();
  return 0;
}
