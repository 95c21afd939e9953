// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "host.h"
#include <gtk/gtk.h>

static GtkWidget *create_conf_dialog(void) {
  GtkWidget *dialog = gtk_dialog_new(); /* EXPECT: gtk-off-main-thread */
  gtk_window_set_title(GTK_WINDOW(dialog), "Shell commands"); /* EXPECT: gtk-off-main-thread */
  return dialog;
}

static int shellexecui_action_callback(Action *action, void *context) {
  (void)action;
  (void)context;
  GtkWidget *dialog = create_conf_dialog();
  gtk_widget_show(dialog); /* EXPECT: gtk-off-main-thread */
  return 0;
}

static Action edit_action = {.name = "edit_shell_commands", .callback = shellexecui_action_callback};

static Action *shellexecui_get_actions(void) { return &edit_action; }

static Plugin plugin = {
    .id = "shellexecui",
    .get_actions = shellexecui_get_actions,
};

Plugin *shellexecui_load(Host *api) {
  (void)api;
  return &plugin;
}
