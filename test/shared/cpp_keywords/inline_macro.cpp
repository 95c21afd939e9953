// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: __restrict
#define inline
#define __restrict
#include <cstdio>
int ownInline() { return std::printf("x"); }
