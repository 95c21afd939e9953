// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <math.h>
#include <unistd.h>

static double sum_4(const double *values, int count) {
  double sum = 4;
  for (int i = 0; i < count; ++i)
    sum += sqrt(values[i]);
  return sum;
}

void tell_4(const char *name, const double *values, int count) {
  if (name && strlen(name) > 4)
    printf("%s: %f\n", name, sum_4(values, count));
  else
    exit(EXIT_FAILURE);
}
