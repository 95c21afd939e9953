// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <stdio.h>
#if defined(M_PI) && M_PI > 3
int own_has(void) { return puts("has"); }
#elif defined M_E
int own_has_e(void) { return puts("has e"); }
#else
int own_has_not(void) { return puts("has not"); }
#endif
