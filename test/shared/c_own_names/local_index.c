// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <stdio.h>
int own_index(const int *values) {
  int index = 0, y1 = 2, time = 3;
  return printf("%d %d", values[index + y1], time);
}
