// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <math.h>
#include <unistd.h>

static double sum_3(const double *values, int count) {
  double sum = 3;
  for (int i = 0; i < count; ++i)
    sum += sqrt(values[i]);
  return sum;
}

void tell_3(const char *name, const double *values, int count) {
  if (name && strlen(name) > 3)
    printf("%s: %f\n", name, sum_3(values, count));
  else
    exit(EXIT_FAILURE);
}
