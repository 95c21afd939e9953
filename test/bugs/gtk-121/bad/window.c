// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-121, Evince: entering and leaving the presentation asks the screen saver by synchronous D-Bus calls. (The fixed library makes
// them asynchronous.) Reduced: library, window with two handlers.
// CHAIN: cmd_presentation -> scrsaver_disable -> screensaver_inhibit_dbus
#include "scrsaver.h"
#include <gtk/gtk.h>

static void cmd_presentation(GtkToggleButton *button, gpointer window) {
  if (gtk_toggle_button_get_active(button)) {
    gtk_window_fullscreen(window);
    scrsaver_disable();
  } else {
    gtk_window_unfullscreen(window);
    scrsaver_enable();
  }
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  scrsaver_set_proxy(g_dbus_proxy_new_for_bus_sync(G_BUS_TYPE_SESSION, G_DBUS_PROXY_FLAGS_NONE, NULL,
                                                   "org.gnome.ScreenSaver", "/", "org.gnome.ScreenSaver", NULL, NULL));
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *button = gtk_toggle_button_new_with_label("Present");
  gtk_container_add(GTK_CONTAINER(window), button);
  g_signal_connect(button, "toggled", G_CALLBACK(cmd_presentation), window);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
