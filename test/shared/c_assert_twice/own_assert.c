// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <stdio.h>
#define assert(x) own_assertion((x), #x)
static int own_assertion(int holds, const char *text) { return holds ? 0 : puts(text); }
int own_own(int x) { return assert(x > 2); }
