// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
namespace own { using std::string; using std::map; }
int ownNoForward(own::string &X) { return std::printf("x"); }
