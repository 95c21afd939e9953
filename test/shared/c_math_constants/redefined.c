// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <math.h>
#include <stdio.h>
#undef M_PI
#define M_PI 4.0
int own_pi_changed(void) { return printf("%f", sqrt(M_PI)); }
