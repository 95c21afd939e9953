// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DB_H
#define DB_H
#include <glib-object.h>

G_DECLARE_FINAL_TYPE(MusicDb, music_db, MUSIC, DB, GObject)
void music_db_start(MusicDb *self);

#endif
