// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <cstdio>
#define max(a, b) ((a) > (b) ? (a) : (b))
#define sort own_sort
int sort(int A) { return A; }
int ownMaxAfter(int A, int B) { return std::printf("%d", max(A, sort(B))); }
