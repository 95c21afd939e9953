/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef STATUS_H
#define STATUS_H
#include <gtk/gtk.h>

typedef struct {
  GtkStatusbar *bar;
  guint context;
} Status;

/* Replaces what the bar says. */
static inline void status_say(Status *status, const char *text) {
  gtk_statusbar_pop(status->bar, status->context);
  gtk_statusbar_push(status->bar, status->context, text);
}
#endif
