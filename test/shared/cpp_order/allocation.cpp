// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
void *operator new(decltype(sizeof 1) N) { std::printf("x"); static char B[99]; return B + N; }
void operator delete(void *) noexcept {}
int *ownAllocation() { return new int(3); }
struct Own { static void *operator new(decltype(sizeof 1), void *P) { return P; } };
Own *ownPlaced(void *P) { return new (P) Own; }
