// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Walks a directory tree on a thread of its own.
//
// Two ways to hear of what it sees: the listener, a table of functions called on the scanner's thread, and the GObject
// signals "finished" (emitted on the scanner's thread) and "summary" (emitted on the GTK thread).
#pragma once
#include <glib-object.h>

#define SCANNER_TYPE (scanner_get_type())
G_DECLARE_FINAL_TYPE(Scanner, scanner, APP, SCANNER, GObject)

typedef struct {
  void (*file_seen)(gpointer data, const char *path, goffset size);
  void (*directory_entered)(gpointer data, const char *path);
} ScannerListener;

Scanner *scanner_new(void);
void scanner_set_listener(Scanner *self, const ScannerListener *listener, gpointer data);
void scanner_start(Scanner *self, const char *root);
void scanner_cancel(Scanner *self);
/// Cancels and waits until the thread has ended.
void scanner_stop(Scanner *self);
