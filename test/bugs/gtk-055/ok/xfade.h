// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef XFADE_H
#define XFADE_H
#include <gst/gst.h>
#include <gtk/gtk.h>

G_DECLARE_FINAL_TYPE(XfadePlayer, xfade_player, XFADE, PLAYER, GObject)
XfadePlayer *xfade_player_new(void);
void xfade_player_open(XfadePlayer *self, const char *uri);

#endif
