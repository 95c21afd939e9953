// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: alone
// ARGS: -U__OPTIMIZE__ -D__OPTIMIZE__
#include <stdio.h>
#include <string.h>
int own_undefined(void) { return puts("x") + (int)strlen("x"); }
