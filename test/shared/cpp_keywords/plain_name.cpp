// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: size
#define size length
#define count own_count
#include <cstdio>
#include <string>
int ownLength(const std::string &S) { return std::printf("%d", int(S.length())); }
