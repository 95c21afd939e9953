// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
struct own_struct {
  int a;
#include <stdlib.h>
  int b;
};
int own_struct_of(struct own_struct *s) { return s->a + s->b + 1; }
