// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: it names FILE
#include <string.h>
FILE *own_file(void) { return 0; }
int own_use(void) { return fprintf(stdout, "x"); }
