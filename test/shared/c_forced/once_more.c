// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include "forced.h"
#include <math.h>
int own_more(void) { return printf("%s %f", PACKAGE, sqrt(2)); }
