// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
#include <iosfwd>
int take(std::ios_base *) { return std::printf("base"); }
int take(void *) { return std::puts("void"); }
int ownConversion(std::ofstream *F) { return take(F); }
