// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: __need_size_t
#define __need_size_t
#include <stddef.h>
typedef struct { int x; } ptrdiff_t_of_mine;
int own_difference(ptrdiff_t_of_mine *p) { return (int)sizeof(size_t) + p->x; }
