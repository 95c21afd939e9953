// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <stdio.h>
double own_before(double x) { extern double sqrt(double); return sqrt(x); }
#include <math.h>
double own_after(double x) { return puts("x") + sqrt(x) + sin(x); }
