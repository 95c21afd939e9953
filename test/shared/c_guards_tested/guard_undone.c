// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <string.h>
#undef _STRING_H
#include <string.h>
#include <stdio.h>
int own_undone(const char *text) { return printf("%d", (int)strlen(text)); }
