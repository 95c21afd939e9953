// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-102, Sylpheed: the mail library's threads log through a function pointer that the log window has set; the window appends to a
// text view. (The fixed window compares g_thread_self() with the main thread and queues.) Reduced: library, log window.
#include "log.h"
#include <gtk/gtk.h>

int main(int argc, char **argv) {
  g_thread_init(NULL);
  gtk_init(&argc, &argv);
  log_window_init();
  log_print("ready\n");
  resolve_start("mail.example.org");
  gtk_main();
  return 0;
}
