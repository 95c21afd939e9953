// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "process.h"
#include <glib.h>
#include <stdlib.h>

char *process_output(const char *command) {
  char *out = NULL;
  g_spawn_command_line_sync(command, &out, NULL, NULL, NULL); /* EXPECT: blocking-call-on-main */
  return out;
}

int process_run(char **argv) {
  int status = 0;
  g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL); /* EXPECT: blocking-call-on-main */
  return status;
}

void process_shell(const char *command) {
  if (system(command) != 0) /* EXPECT: blocking-call-on-main */
    g_warning("%s failed", command);
}

char *process_version(void) {
  char *out = NULL;
  g_spawn_command_line_sync("uname -r", &out, NULL, NULL, NULL);
  return out;
}
