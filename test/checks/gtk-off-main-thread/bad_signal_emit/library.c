// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "library.h"

struct _MusicLibrary {
  GObject parent_instance;
  int tracks;
};
G_DEFINE_TYPE(MusicLibrary, music_library, G_TYPE_OBJECT)

enum { TRACK_ADDED, SCAN_DONE, N_SIGNALS };
static guint signals[N_SIGNALS];

static void music_library_class_init(MusicLibraryClass *klass) {
  signals[TRACK_ADDED] = g_signal_new("track-added", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SCAN_DONE] =
      g_signal_new("scan-done", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}
static void music_library_init(MusicLibrary *self) { self->tracks = 0; }

MusicLibrary *music_library_new(void) { return g_object_new(MUSIC_TYPE_LIBRARY, NULL); }

static void add_track(MusicLibrary *self, const char *name) {
  self->tracks++;
  g_signal_emit(self, signals[TRACK_ADDED], 0, name);
}

static gboolean emit_done(gpointer data) {
  g_signal_emit(data, signals[SCAN_DONE], 0);
  return G_SOURCE_REMOVE;
}

static gpointer rescan_thread(gpointer data) {
  MusicLibrary *self = data;
  for (int i = 0; i < 20; i++)
    add_track(self, "track");
  g_idle_add(emit_done, self);
  return NULL;
}

void music_library_rescan(MusicLibrary *self) { g_thread_unref(g_thread_new("rescan", rescan_thread, self)); }
