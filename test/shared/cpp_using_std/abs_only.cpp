// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
#include <cstdlib>
double ownAbs(double X) { std::printf("%d", abs(-3)); return std::abs(X) + std::abs(3.5f); }
