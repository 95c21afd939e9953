// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-120, Evince: "open containing folder" asks the file manager by D-Bus and waits. (The fixed helper makes both the proxy and the
// call asynchronous.) Reduced: helper library and the action of the window.
// CHAIN: cmd_open_containing_folder -> file_manager_show
#include "file_manager.h"
#include <gtk/gtk.h>

static void cmd_open_containing_folder(GSimpleAction *action, GVariant *parameter, gpointer window) {
  (void)action;
  (void)parameter;
  (void)window;
  GFile *file = g_file_new_for_path("document.pdf");
  file_manager_show(file);
  g_object_unref(file);
}

static const GActionEntry actions[] = {
    {.name = "open-containing-folder", .activate = cmd_open_containing_folder},
};

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GSimpleActionGroup *group = g_simple_action_group_new();
  g_action_map_add_action_entries(G_ACTION_MAP(group), actions, G_N_ELEMENTS(actions), window);
  gtk_widget_insert_action_group(window, "win", G_ACTION_GROUP(group));
  gtk_widget_show(window);
  gtk_main();
  return 0;
}
