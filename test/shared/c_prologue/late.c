// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: without a macro
#include <stdio.h>
#include "config.h"
#include <string.h>
int own_late(const char *text) { return printf("%s %d", PACKAGE, (int)strlen(text)); }
