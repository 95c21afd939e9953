// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <stddef.h>
#include <stddef.h>
#include <string.h>
struct pair { int a, b; };
size_t own_all(const char *text) { return offsetof(struct pair, b) + strlen(text); }
