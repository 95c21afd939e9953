// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#ifndef M_PI
#define M_PI 3
#endif
#include <math.h>
#include <stdio.h>
int own_pi(void) { return printf("%f", M_PI); }
