// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: RAND_MAX
#define RAND_MAX 5
#pragma push_macro("RAND_MAX")
#undef RAND_MAX
#include <stdio.h>
#include <stdlib.h>
int own_rand(void) { return printf("%d", RAND_MAX); }
#pragma pop_macro("RAND_MAX")
int own_rand_popped(void) { return printf("%d", RAND_MAX); }
