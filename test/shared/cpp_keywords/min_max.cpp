// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: max
#define max(a, b) ((a) > (b) ? (a) : (b))
#include <cstdio>
int ownMax(int A, int B) { return std::printf("%d", max(A, B)); }
