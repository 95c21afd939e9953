// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
namespace own {
#include <stdlib.h>
}
int ownNamespace(const char *Text) { return own::atoi(Text); }
