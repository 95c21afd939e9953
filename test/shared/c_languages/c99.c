// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: alone
// ARGS: -std=c99
#include <stdio.h>
int own_c99(void) { return puts("x"); }
