// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef LIBRARY_H
#define LIBRARY_H
#include <gtk/gtk.h>

#define MUSIC_TYPE_LIBRARY (music_library_get_type())
G_DECLARE_FINAL_TYPE(MusicLibrary, music_library, MUSIC, LIBRARY, GObject)
MusicLibrary *music_library_new(void);
void music_library_rescan(MusicLibrary *self);

#endif
