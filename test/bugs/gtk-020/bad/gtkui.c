// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "player.h"
#include <gtk/gtk.h>

static GtkStatusIcon *icon;

static void override_builtin_statusicon(int override) {
  if (icon)
    gtk_status_icon_set_visible(icon, !override); /* EXPECT: gtk-off-main-thread */
}

static int gtkui_start(void) {
  icon = gtk_status_icon_new_from_icon_name("player");
  return 0;
}

static GtkUi plugin = {
    .misc = {.start = gtkui_start},
    .override_builtin_statusicon = override_builtin_statusicon,
};

GtkUi *gtkui_plugin(void) { return &plugin; }
