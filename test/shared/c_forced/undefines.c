// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#undef PACKAGE
#define PACKAGE "other"
#include <stdlib.h>
int own_undefines(void) { return puts(PACKAGE) + atoi("3"); }
