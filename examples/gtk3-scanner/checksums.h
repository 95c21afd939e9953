// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Checksums of files, on a pool of threads.
#pragma once
#include <gio/gio.h>

void checksums_init(void);
/// From any thread. The result is logged.
void checksums_queue(const char *path);

/// One file as a GTask: callback on the GTK thread.
void checksum_file_async(GFile *file, GAsyncReadyCallback callback, gpointer data);
char *checksum_file_finish(GAsyncResult *result, GError **error);
