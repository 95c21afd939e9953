// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: __need_size_t
#define __need_size_t
#include <stddef.h>
size_t own_size(const char *text);
#define __need_NULL
#include <stddef.h>
#include <string.h>
size_t own_size(const char *text) { return text == NULL ? 0 : strlen(text); }
