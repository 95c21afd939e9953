// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <map>
#include <cmath>
#include <vector>
#include <string>
double ownMap(std::map<int, std::string> &M) { return std::sqrt(M.size()); }
