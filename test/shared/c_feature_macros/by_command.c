// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: alone
// ARGS: -D_GNU_SOURCE
#include <string.h>
#include <stdio.h>
int own_command(const char *text) { return puts(strchrnul(text, ' ')); }
