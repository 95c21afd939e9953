// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
// ARGS: -std=c++20
#include <cstdio>
struct Own { int X; auto operator<=>(const Own &) const = default; };
bool ownComparison(Own A, Own B) { std::printf("x"); return A < B; }
