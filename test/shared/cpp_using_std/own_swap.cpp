// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
#include <utility>
using namespace std;
namespace own { struct Box { int *P; }; }
template <class T> void sort(T A, T B) { std::printf("own"); }
int ownSwap(own::Box &A, own::Box &B, int *P) { swap(A, B); sort(P, P); return *A.P; }
