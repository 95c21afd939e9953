// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef FILE_MANAGER_H
#define FILE_MANAGER_H
#include <gio/gio.h>

void file_manager_show(GFile *file);

#endif
