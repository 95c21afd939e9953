// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <math.h>
#include <unistd.h>

static double sum_2(const double *values, int count) {
  double sum = 2;
  for (int i = 0; i < count; ++i)
    sum += sqrt(values[i]);
  return sum;
}

void tell_2(const char *name, const double *values, int count) {
  if (name && strlen(name) > 2)
    printf("%s: %f\n", name, sum_2(values, count));
  else
    exit(EXIT_FAILURE);
}
