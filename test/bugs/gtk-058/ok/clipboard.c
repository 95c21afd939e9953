// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-058, Rhythmbox, fixed: the handler schedules one idle callback that synchronises.
#include "db.h"
#include <gtk/gtk.h>

typedef struct {
  GtkWidget *paste;
  GList *entries;
  guint idle_sync_id;
} Clipboard;

static void clipboard_sync(Clipboard *clipboard) {
  gtk_widget_set_sensitive(clipboard->paste, clipboard->entries != NULL);
}

static gboolean clipboard_sync_idle(Clipboard *clipboard) {
  clipboard_sync(clipboard);
  clipboard->idle_sync_id = 0;
  return FALSE;
}

static void clipboard_entry_deleted_cb(MusicDb *db, gpointer entry, Clipboard *clipboard) {
  (void)db;
  GList *link = g_list_find(clipboard->entries, entry);
  if (!link)
    return;
  clipboard->entries = g_list_delete_link(clipboard->entries, link);
  if (clipboard->idle_sync_id == 0)
    clipboard->idle_sync_id = g_idle_add((GSourceFunc)clipboard_sync_idle, clipboard);
}

static void on_paste(GtkMenuItem *item, Clipboard *clipboard) {
  (void)item;
  clipboard->entries = NULL;
  clipboard_sync(clipboard);
}

int main(int argc, char **argv) {
  Clipboard clipboard = {NULL, NULL, 0};
  gtk_init(&argc, &argv);
  clipboard.paste = gtk_menu_item_new_with_label("Paste");
  MusicDb *db = g_object_new(music_db_get_type(), NULL);
  g_signal_connect(db, "entry-deleted", G_CALLBACK(clipboard_entry_deleted_cb), &clipboard);
  g_signal_connect(clipboard.paste, "activate", G_CALLBACK(on_paste), &clipboard);
  music_db_start(db);
  gtk_main();
  return 0;
}
