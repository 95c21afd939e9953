// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <math.h>
#include <stdlib.h>
#include <cstdio>
double ownHeaders(double X) { return sqrt(X) + abs(X) + abs(-3) + std::abs(X); }
