// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
// ARGS: -pthread
#include <stdio.h>
int own_threaded(int c) { return puts("x") + _REENTRANT; }
