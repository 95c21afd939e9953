// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "action.h"

static gboolean get_is_dir_hack(NemoFile *file) {
  return g_file_query_file_type(file->location, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY; /* EXPECT: blocking-call-on-main */
}

gboolean nemo_action_get_visibility(GList *selection) {
  for (GList *l = selection; l; l = l->next)
    if (!get_is_dir_hack(l->data))
      return FALSE;
  return TRUE;
}
