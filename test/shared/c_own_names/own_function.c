// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: it names accept
#include <stdio.h>
static int listen(const char *topic) { return puts(topic); }
static void accept(int x) { printf("%d", x); }
int own_listen(void) { accept(3); return listen("x"); }
