// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: sqrt
#define sqrt own_sqrt
double own_sqrt(double x) { return x; }
#include <math.h>
double own_renamed(double x) { return sqrt(x); }
