// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
using namespace std;
int sqrt(int X) { return std::printf("%d", X); }
int abs(int *X) { return *X; }
int ownOverload(int X, double Y) { return sqrt(4.0f) + sqrt(Y) + sqrt(X) + abs(&X); }
