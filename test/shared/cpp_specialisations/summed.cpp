// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <cstdio>
#include <numeric>
#include <vector>
int summed(const std::vector<int> &V) { return std::accumulate(V.begin(), V.end(), 0); }
