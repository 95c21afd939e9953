// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "db.h"

struct _MusicDb {
  GObject parent_instance;
  GList *deleted;
};
G_DEFINE_TYPE(MusicDb, music_db, G_TYPE_OBJECT)

enum { ENTRY_ADDED, ENTRY_DELETED, LAST };
static guint signals[LAST];

static void music_db_class_init(MusicDbClass *klass) {
  signals[ENTRY_ADDED] = g_signal_new("entry-added", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[ENTRY_DELETED] = g_signal_new("entry-deleted", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}
static void music_db_init(MusicDb *self) { (void)self; }

static void emit_entry_deleted(MusicDb *self, gpointer entry) {
  g_signal_emit(self, signals[ENTRY_DELETED], 0, entry);
}

static gpointer db_thread(gpointer data) {
  MusicDb *self = data;
  for (GList *l = self->deleted; l; l = l->next)
    emit_entry_deleted(self, l->data);
  return NULL;
}

void music_db_start(MusicDb *self) { g_thread_unref(g_thread_new("db", db_thread, self)); }
