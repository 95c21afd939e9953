// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <assert.h>
#include <stdio.h>
int own_again(int x) { assert(x > 1); return puts("again"); }
#undef NDEBUG
#define NDEBUG
#include <assert.h>
int own_not_again(int x) { assert(puts("never")); return x; }
#undef NDEBUG
#include <assert.h>
int own_at_last(int x) { assert(puts("here")); return x; }
