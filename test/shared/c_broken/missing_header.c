// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: a parse error
#include <stdio.h>
#include "not_there.h"
int own_header(int x) { return puts("x"); }
