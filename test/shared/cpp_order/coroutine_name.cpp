// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
namespace std { namespace own { int sort(int X) { return std::printf("%d", X); } } using own::sort; }
int ownSort(int X) { return std::sort(X); }
