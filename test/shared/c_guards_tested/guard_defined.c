// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: _MATH_H
#define _MATH_H 1
#define _STRING_H 1
#include <stdio.h>
#include <math.h>
extern double sqrt(double);
int own_guard(void) { return printf("%f", sqrt(2)); }
