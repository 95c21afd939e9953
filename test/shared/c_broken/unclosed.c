// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: a parse error
#include <stdio.h>
int own_unclosed(int x) { return puts("x");
