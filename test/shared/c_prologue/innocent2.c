// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "config.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <math.h>
int tell_2(void) { return printf("%s %d", PACKAGE, (int)getpid()); }
