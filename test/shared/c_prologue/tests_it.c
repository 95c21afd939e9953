// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: other units define first
#ifdef _GNU_SOURCE
#define OWN "GNU"
#else
#define OWN "plain"
#endif
#include <stdio.h>
int own_tests(void) { return puts(OWN); }
