// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "config.h"
#include <unistd.h>
#include <stdlib.h>
#include <stdio.h>
void stop_4(void) { printf("%d", access("x", 0)); exit(1); }
