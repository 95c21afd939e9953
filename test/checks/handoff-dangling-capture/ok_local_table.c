// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A local table of actions is read at once: only its callbacks and the user data are kept.
#include <gtk/gtk.h>

static void quit(GSimpleAction *action, GVariant *parameter, gpointer app) {
  (void)action, (void)parameter;
  g_application_quit(app);
}

static void startup(GApplication *app, gpointer data) {
  (void)data;
  const GActionEntry actions[] = {{.name = "quit", .activate = quit}};
  g_action_map_add_action_entries(G_ACTION_MAP(app), actions, G_N_ELEMENTS(actions), app);
}

int main(int argc, char **argv) {
  GtkApplication *app = gtk_application_new("org.example.table", G_APPLICATION_FLAGS_NONE);
  g_signal_connect(app, "startup", G_CALLBACK(startup), NULL);
  return g_application_run(G_APPLICATION(app), argc, argv);
}
