// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <stdio.h>
#include <stdlib.h>
#pragma push_macro("EOF")
#undef EOF
#define EOF 77
int own_pushed(void) { return printf("%d", EOF); }
#pragma pop_macro("EOF")
int own_popped(void) { return printf("%d", EOF); }
