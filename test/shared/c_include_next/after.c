// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int own_next_after(const char *text) { return own_same(text, "y") + atoi("3"); }
