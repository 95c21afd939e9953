// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#define __STDC_FORMAT_MACROS
#define __STDC_LIMIT_MACROS
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
int ownFormat(int64_t X) { return printf("%" PRId64, X == INT64_MAX ? 0 : X); }
