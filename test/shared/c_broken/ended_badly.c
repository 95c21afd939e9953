// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: a parse error
#include <stdio.h>
#ifdef M_PI
int own_ended(void) { return 1; }
