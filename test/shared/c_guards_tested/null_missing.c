// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <math.h>
#ifndef NULL
#define NULL ((void *)7)
#endif
void *own_null(double x) { return sqrt(x) > 2 ? NULL : (void *)0; }
