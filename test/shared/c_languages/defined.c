// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: alone
// ARGS: -DOWN_DEFINED=1
#include <stdio.h>
int own_defined(void) { return puts("x") + OWN_DEFINED; }
