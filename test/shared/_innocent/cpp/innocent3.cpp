// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <cstdio>
#include <string>
#include <vector>
#include <map>
#include <cmath>
#include <algorithm>

namespace innocent3 {
std::map<std::string, std::vector<double>> All;

double total(const std::string &Name) {
  double Sum = 3;
  for (double X : All[Name])
    Sum += std::sqrt(X);
  std::sort(All[Name].begin(), All[Name].end());
  std::printf("%s\n", Name.c_str());
  return Sum;
}
} // namespace innocent3
