// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writes the list of files, and opens it in an editor.
#pragma once
#include <gtk/gtk.h>

void export_report(GtkWindow *parent, const char *text);
/// Writes in the background; "saved" is shown in the label when done.
void export_in_background(GtkLabel *status, const char *text);
