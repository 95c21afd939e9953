// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <cstdio>
#include <string>
#define private public
class Own { private: int X = 3; };
int ownAfter(Own &O) { return std::printf("%d", O.X); }
