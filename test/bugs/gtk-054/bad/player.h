// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef PLAYER_H
#define PLAYER_H
#include <gtk/gtk.h>

G_DECLARE_FINAL_TYPE(RbPlayer, rb_player, RB, PLAYER, GObject)
RbPlayer *rb_player_new(void);
void rb_player_play(RbPlayer *self, const char *uri);

#endif
