// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
#include <string>
namespace own {
template <class T> int begin(T &) { return 1; }
struct Range { int X; friend int *end(Range &R) { return &R.X; } };
int size(const std::string &) { return 7; }
}
using namespace own;
int ownAdl(std::string &Text, Range &R) { end(R); return size(Text) + begin(R); }
