// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
#include <vector>
int ownNoAlgorithm(std::vector<int> &Values) { std::sort(Values.begin(), Values.end()); return Values[0]; }
