// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <string.h>
int own_forced(void) { return puts(PACKAGE) + (int)strlen(PACKAGE); }
