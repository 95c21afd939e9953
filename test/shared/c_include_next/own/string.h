// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OWN_STRING_H
#define OWN_STRING_H
#define OWN_STRING 1
#include_next <string.h>
static inline int own_same(const char *a, const char *b) { return strcmp(a, b) == 0; }
#endif
