// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: alone
// ARGS: -std=c11
#include <stdio.h>
#include <unistd.h>
int own_c11(void) { return puts("x") + (int)getpid(); }
