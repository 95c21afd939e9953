// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
using namespace std;
static int count = 0;
template <class T> T max(T A, T B) { return A < B ? B : A; }
struct map { int distance; };
int ownNames(map &M) { ++count; printf("%d", max(count, M.distance)); return count; }
