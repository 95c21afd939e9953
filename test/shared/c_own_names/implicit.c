// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
// ARGS: -std=gnu89
#include <stdio.h>
int own_implicit(int x) { return puts("x") + own_elsewhere(x) + (int)strlen("x"); }
