// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: _GNU_SOURCE
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
char *own_copy(const char *text) { char *out; return asprintf(&out, "%s", strchrnul(text, ' ')) < 0 ? NULL : out; }
