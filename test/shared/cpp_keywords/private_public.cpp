// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: private
#define private public
#define protected public
#include <cstdio>
#include <string>
#include <vector>
int ownPublic(std::vector<int> &V) { return V._M_impl._M_start ? 1 : 0; }
