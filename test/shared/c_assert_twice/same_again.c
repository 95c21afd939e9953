// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <assert.h>
#include <stdio.h>
#include <assert.h>
int own_same(int x) { assert(x > 1); return puts("again"); }
