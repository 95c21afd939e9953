// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <stdio.h>
#define TEXT(x) #x
#define NAME(x) own_##x
static int NAME(M_PI)(void) { return puts(TEXT(M_PI)); }
int own_pasted(void) { return own_M_PI(); }
