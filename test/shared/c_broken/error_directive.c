// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: a parse error
#include <stdio.h>
#ifndef EXIT_FAILURE
#error stdlib.h is not there
#endif
int own_directive(void) { return puts("x"); }
