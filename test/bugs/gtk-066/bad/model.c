// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model.h"

static gboolean idle_emit(gpointer store) {
  GDK_THREADS_ENTER(); /* EXPECT: gdk-threads-deprecated */
  model_row_changed(store);
  GDK_THREADS_LEAVE(); /* EXPECT: gdk-threads-deprecated */
  return FALSE;
}

void model_watch(GtkListStore *store) { g_idle_add(idle_emit, store); }
