// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define PACKAGE "forced"
#include <stdio.h>
