// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// DeaDBeeF: the plugin's message function runs on the core's thread; every case of its switch posts a callback with a counted item
// and touches no widget itself.
#include "plugin.h"
#include <gtk/gtk.h>

typedef struct {
  gatomicrefcount refs;
  int number;
} Item;

static GtkWidget *list, *pause_button;

static Item *item_ref(Item *item) {
  g_atomic_ref_count_inc(&item->refs);
  return item;
}

static void item_unref(Item *item) {
  if (g_atomic_ref_count_dec(&item->refs))
    g_free(item);
}

static gboolean song_started_cb(gpointer data) {
  Item *item = data;
  gtk_list_box_select_row(GTK_LIST_BOX(list), gtk_list_box_get_row_at_index(GTK_LIST_BOX(list), item->number));
  item_unref(item);
  return FALSE;
}

static gboolean paused_cb(gpointer data) {
  gtk_toggle_button_set_active(GTK_TOGGLE_BUTTON(pause_button), GPOINTER_TO_INT(data));
  return FALSE;
}

static gboolean playlist_changed_cb(gpointer data) {
  (void)data;
  gtk_widget_queue_draw(list);
  return FALSE;
}

static int gtkui_message(uint32_t id, uintptr_t ctx) {
  switch (id) {
  case EV_SONGSTARTED: {
    Item *item = g_new0(Item, 1);
    g_atomic_ref_count_init(&item->refs);
    item->number = (int)ctx;
    g_idle_add(song_started_cb, item_ref(item));
    item_unref(item);
    break;
  }
  case EV_PAUSED:
    g_idle_add(paused_cb, GINT_TO_POINTER((int)ctx));
    break;
  case EV_PLAYLISTCHANGED:
    g_idle_add(playlist_changed_cb, NULL);
    break;
  }
  return 0;
}

static Plugin plugin = {gtkui_message};
Plugin *gtkui_plugin(void) { return &plugin; }

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  list = gtk_list_box_new();
  pause_button = gtk_toggle_button_new_with_label("Pause");
  core_start(gtkui_plugin());
  gtk_main();
  return 0;
}
