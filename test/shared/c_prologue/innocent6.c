// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "config.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <math.h>
const char *tail_1(const char *text) { return strchrnul(text, ' '); }
