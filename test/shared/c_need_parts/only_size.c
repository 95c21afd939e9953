// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: __need_size_t
#define __need_size_t
#include <stddef.h>
#ifdef offsetof
int own_offset(void) { return 1; }
#else
int own_no_offset(void) { return 2; }
#endif
int puts(const char *);
int own_puts(void) { return puts("x"); }
