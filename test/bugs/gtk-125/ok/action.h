// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ACTION_H
#define ACTION_H
#include <gio/gio.h>

typedef struct {
  GFile *location;
  gboolean is_directory; /* what the directory listing said */
} NemoFile;

gboolean nemo_action_get_visibility(GList *selection);

#endif
