// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <stdio.h>
#ifdef OWN_STRING
#error the wrapper is not there
#endif
int own_without(void) { return puts("none"); }
