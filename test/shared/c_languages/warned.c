// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
// ARGS: -Wall -Wextra -g
#include <stdio.h>
int own_warned(int c) { int unused; return puts("x"); }
