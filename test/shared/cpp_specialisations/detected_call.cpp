// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
#include <string>
#include <vector>
template <class T> auto tell(const T &X, int) -> decltype(void(hash_value_of(X)), 1) { return std::puts("own"); }
template <class T> auto tell(const T &X, int) -> decltype(accumulate(X.begin(), X.end(), 0)) { return std::puts("sum"); }
template <class T> int tell(const T &X, long) { return std::printf("none"); }
int ownCall(const std::vector<int> &V) { return tell(V, 0); }
