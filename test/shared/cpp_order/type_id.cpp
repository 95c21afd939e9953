// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
struct Own { virtual ~Own(); };
const void *ownTypeId(Own &O) { std::printf("x"); return &typeid(O); }
