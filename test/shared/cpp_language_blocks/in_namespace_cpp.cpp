// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
namespace std { int ownInStd() { return std::printf("x"); } }
namespace own { namespace std { int printf(const char *) { return 2; } } int tell() { return std::printf("y"); } }
int ownStd() { return own::tell() + std::ownInStd(); }
