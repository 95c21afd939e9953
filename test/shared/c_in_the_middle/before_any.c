// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
int own_first(int x) { return x; }
typedef int ssize_t_of_mine;
#include <stdio.h>
#define HEADER <string.h>
#include HEADER
int own_second(const char *text) { return puts("x") + (int)strlen(text); }
