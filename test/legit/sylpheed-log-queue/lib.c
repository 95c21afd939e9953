// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "log.h"
#include <glib.h>

static void (*log_func)(const char *);

void set_log_func(void (*func)(const char *)) { log_func = func; }
void log_print(const char *text) {
  if (log_func)
    log_func(text);
}

static gpointer imap_thread(gpointer data) {
  (void)data;
  log_print("* LOGIN\n");
  return NULL;
}

void imap_start(void) { g_thread_create(imap_thread, NULL, FALSE, NULL); }
