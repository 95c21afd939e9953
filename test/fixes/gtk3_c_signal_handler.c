// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Nothing may be posted from a signal handler.
#include <gtk/gtk.h>
#include <signal.h>

static GtkWidget *window;

static void on_interrupt(int number) {
  (void)number;
  gtk_widget_destroy(window); // ADVICE: a signal interrupts any code
}

void start(void) { signal(SIGINT, on_interrupt); }
