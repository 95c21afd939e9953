// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <math.h>
#include <stdio.h>
#ifndef M_PI
#define M_PI 3
#endif
int own_pi_there(void) { return printf("%f", sqrt(M_PI)); }
