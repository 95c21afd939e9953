// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: it names sqrt
#include <stdio.h>
double own_root(double x) { return sqrt(x) + strlen("x"); }
