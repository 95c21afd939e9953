// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: a parse error
#include <stdio.h>
int own_error(int x) { return puts("x") + unknown_of_all; }
int own_fine(int x) { return puts("fine"); }
