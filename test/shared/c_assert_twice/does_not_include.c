// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <stdio.h>
#ifdef assert
int own_takes_part(void) { return puts("assert is there"); }
#else
int own_takes_no_part(void) { return puts("assert is not there"); }
#endif
