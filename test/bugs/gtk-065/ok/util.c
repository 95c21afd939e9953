// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See main.c.
#include <gtk/gtk.h>

void player_threads_init(void);

static GPrivate *private_is_primary_thread;

void player_threads_init(void) {
  private_is_primary_thread = g_private_new(NULL);
  g_private_set(private_is_primary_thread, GUINT_TO_POINTER(1));
  gdk_threads_init();
}
