// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: _GNU_SOURCE
#define _GNU_SOURCE 2
#include <stdio.h>
#include <string.h>
int own_value(const char *text) { return printf("%d %s", _GNU_SOURCE, strchrnul(text, ' ')); }
