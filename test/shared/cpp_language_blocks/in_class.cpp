// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
struct Own {
#include <math.h>
};
int ownClass(Own *O) { return O != nullptr; }
