// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <stdio.h>
#ifdef _MATH_H
int own_with_math(void) { return puts("math"); }
#else
int own_without_math(void) { return puts("no math"); }
#endif
