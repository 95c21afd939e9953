// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: without a macro
#include <stdio.h>
#include <string.h>
int own_without(const char *text) { return puts(text) + (int)strlen(text); }
