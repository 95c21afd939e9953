// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <glib-object.h>
#include <gio/gio.h>
void own_cleanup(void) { g_autoptr(GFile) f = g_file_new_for_path("/"); g_object_ref(f); }
