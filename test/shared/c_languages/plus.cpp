// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: alone
#include <stdio.h>
#include <string.h>
int plus(const char *text) { return puts(text) + static_cast<int>(strlen(text)); }
