// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
int own_inside(const char *text) {
#include <string.h>
  return (int)strlen(text);
}
