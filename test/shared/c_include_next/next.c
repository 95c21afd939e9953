// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: __GLIBC_INTERNAL_STARTING_HEADER_IMPLEMENTATION
#include <string.h>
#include <stdio.h>
int own_next(const char *text) { return own_same(text, "x") + puts("next") + OWN_STRING; }
