// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <glib.h>
#undef g_message
#define g_message(...) own_message(__VA_ARGS__)
static void own_message(const char *f, ...) { (void)f; }
void own_auto(void) { g_autofree char *text = g_strdup("x"); g_autoptr(GString) s = g_string_new(text); g_message("%s", s->str); }
