// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "action.h"

static gboolean get_is_dir(NemoFile *file) { return file->is_directory; }

gboolean nemo_action_get_visibility(GList *selection) {
  for (GList *l = selection; l; l = l->next)
    if (!get_is_dir(l->data))
      return FALSE;
  return TRUE;
}
