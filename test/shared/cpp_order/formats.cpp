// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
#include <inttypes.h>
#include <cinttypes>
int ownFormats(int64_t X) { return printf("%" PRId64, X); }
