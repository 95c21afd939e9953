// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <stdio.h>
static int assert(int x) { return puts("own function") + x; }
int own_function(int x) { return assert(x > 2); }
