// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <stdio.h>
struct tm { int hours, of_mine; };
struct sockaddr { struct tm when; };
int own_type(struct sockaddr *a) { return printf("%d", a->when.of_mine); }
