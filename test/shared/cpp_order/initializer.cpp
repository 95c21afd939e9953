// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
int ownInitializer() { auto L = {1, 2, 3}; int N = 0; for (int X : L) N += X; return std::printf("%d", N); }
