// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <stdio.h>
#ifndef M_PI
#define M_PI 3
#endif
int own_pi_only(void) { return printf("%d", M_PI); }
