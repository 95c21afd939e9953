// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: NDEBUG
#define NDEBUG
#include <assert.h>
#include <stdio.h>
int own_without_debug(int x) { assert(puts("never")); return x; }
