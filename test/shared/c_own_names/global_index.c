// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: it names index
#include <stdio.h>
static int index = 3;
static int y1 = 4, j0;
int own_global(void) { return printf("%d", index + y1 + j0); }
