// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#define OWN_MACRO_OF_NOBODY 1
#undef OWN_OTHER_MACRO_OF_NOBODY
#include <stdio.h>
int own_unrelated(void) { return printf("%d", OWN_MACRO_OF_NOBODY); }
