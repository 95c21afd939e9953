// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "core.h"
#include <gtk/gtk.h>

static GtkWidget *menu;

static gboolean add_mainmenu_actions_cb(gpointer data) {
  (void)data;
  GtkWidget *item = gtk_menu_item_new_with_label("New action");
  gtk_menu_shell_append(GTK_MENU_SHELL(menu), item);
  return FALSE;
}

static int gtkui_message(uint32_t id, uintptr_t ctx, uint32_t p1, uint32_t p2) {
  (void)ctx, (void)p1, (void)p2;
  switch (id) {
  case EV_PLUGINS_CHANGED:
    g_idle_add(add_mainmenu_actions_cb, NULL);
    break;
  }
  return 0;
}

static void gtkui_thread(void *ctx) {
  (void)ctx;
  gtk_init(NULL, NULL);
  menu = gtk_menu_new();
  gtk_widget_show_all(menu);
  core_sendmessage(EV_PLUGINS_CHANGED);
  gtk_main();
}

static int gtkui_start(void) {
  core_thread_start(gtkui_thread, NULL);
  return 0;
}

static Plugin plugin = {gtkui_start, gtkui_message};
Plugin *gtkui_load(void) { return &plugin; }
