// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#define _POSIX_C_SOURCE 199309L
#include <unistd.h>
#include <stdio.h>
int own_posix(void) { return printf("%d", (int)getpid()); }
