// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: class
#include <cstdio>
#include <string>
#define class struct
#include <vector>
int ownStruct(std::vector<int> &V) { return V.front(); }
