// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <stdio.h>
#pragma push_macro("M_PI")
#define M_PI 9
int own_nine(void) { return printf("%d", M_PI); }
#pragma pop_macro("M_PI")
#ifdef M_PI
int own_pi_is_there(void) { return 1; }
#else
int own_pi_is_gone(void) { return 2; }
#endif
