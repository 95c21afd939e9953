// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <stdio.h>
#if EXIT_FAILURE + 0
int own_fails(void) { return puts("stdlib is there"); }
#else
int own_succeeds(void) { return puts("stdlib is not there"); }
#endif
