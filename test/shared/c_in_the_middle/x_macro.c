// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <stdio.h>
enum values {
#define VALUE(x) value_##x,
#include "values.h"
#undef VALUE
};
int own_values(int x) {
  switch (x) {
#define VALUE(x) case value_##x: return puts(#x);
#include "values.h"
#undef VALUE
  }
  return 0;
}
