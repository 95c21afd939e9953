// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <gio/gfile.h>
GFile *own_gio(void) { return g_file_new_for_path("/"); }
