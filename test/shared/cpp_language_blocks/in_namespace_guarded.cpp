// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <string.h>
#include <stdio.h>
namespace own {
#include <string.h>
inline int tell() { return puts("x"); }
}
int ownGuarded(const char *Text) { return own::tell() + static_cast<int>(strlen(Text)); }
