// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
// ARGS: -O2
#include <stdio.h>
#include <string.h>
int own_optimized(int c) { return puts("x") + (int)strlen("x") + putchar(c); }
