// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
extern "C" {
#include <stdio.h>
#include <string.h>
}
int ownExtern(const char *Text) { return puts(Text) + static_cast<int>(strlen(Text)); }
