// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: no: it names std::vector
#include <cstdio>
#include <string>
int ownNoVector(const std::string &Text) { std::vector<int> Values; return std::printf("%s", Text.c_str()); }
