// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "config.h"
#include <string.h>
#include <stdio.h>
#include <math.h>
double root_3(const char *text) { return sqrt((double)strlen(text)) + puts(PACKAGE); }
