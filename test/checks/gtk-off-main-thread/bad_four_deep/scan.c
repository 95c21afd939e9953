// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "app.h"

static void scan_directory(const char *path) {
  GDir *dir = g_dir_open(path, 0, NULL);
  int n = 0;
  if (!dir)
    return;
  while (g_dir_read_name(dir))
    report_progress(++n, 1000);
  g_dir_close(dir);
}

static gpointer scan_thread(gpointer data) {
  scan_directory(data);
  return NULL;
}

void scan_start(const char *path) { g_thread_unref(g_thread_new("scan", scan_thread, (gpointer)path)); }
