// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <stdio.h>
double fabs(double);
int abs(int);
double ownOnly(double X) { printf("%d", abs(3)); return fabs(X); }
