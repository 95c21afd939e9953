// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <stdio.h>
enum constants { M_PI = 3, M_E = 2 };
int own_pi_named(void) { return printf("%d", M_PI + M_E); }
