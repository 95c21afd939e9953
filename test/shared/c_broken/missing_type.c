// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: a parse error
#include <stdio.h>
int own_type(struct tm *t, uint32_t x) { return puts("x"); }
