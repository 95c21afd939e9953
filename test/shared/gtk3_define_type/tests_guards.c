// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <glib.h>
#ifdef __GTK_H__
int own_with_gtk(void) { return 1; }
#else
int own_without_gtk(void) { g_message("none"); return 0; }
#endif
#if defined(GTK_CHECK_VERSION)
int own_version(void) { return 3; }
#endif
