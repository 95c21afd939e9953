// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: it names strlen
#include <stdio.h>
int own_implicit_same(void) { return puts("x") + (int)strlen("y"); }
