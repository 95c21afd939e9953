// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <string>
#include <cstdio>
int ownString(const std::string &S) { return std::printf("%s", S.c_str()); }
