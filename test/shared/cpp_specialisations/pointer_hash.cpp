// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
#include <memory>
#include <set>
std::set<std::shared_ptr<int>> All;
std::size_t ownPointer(const std::shared_ptr<int> &P) { All.insert(P); return std::hash<std::shared_ptr<int>>()(P); }
