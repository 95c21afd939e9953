// FLAGS: gtk3+gst
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "player.h"
#include <gst/gst.h>

struct _RbPlayer {
  GObject parent_instance;
  GstElement *playbin;
};
G_DEFINE_TYPE(RbPlayer, rb_player, G_TYPE_OBJECT)

enum { EOS, LAST };
static guint signals[LAST];

static void emit_eos(RbPlayer *self, gboolean early) { g_signal_emit(self, signals[EOS], 0, early); }

static void about_to_finish_cb(GstElement *playbin, RbPlayer *self) {
  (void)playbin;
  emit_eos(self, TRUE);
}

static void rb_player_class_init(RbPlayerClass *klass) {
  signals[EOS] = g_signal_new("eos", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              G_TYPE_BOOLEAN);
}

static void rb_player_init(RbPlayer *self) {
  self->playbin = gst_element_factory_make("playbin", NULL);
  g_signal_connect_object(self->playbin, "about-to-finish", G_CALLBACK(about_to_finish_cb), self, 0);
}

RbPlayer *rb_player_new(void) { return g_object_new(rb_player_get_type(), NULL); }

void rb_player_play(RbPlayer *self, const char *uri) {
  g_object_set(self->playbin, "uri", uri, NULL);
  gst_element_set_state(self->playbin, GST_STATE_PLAYING);
}
