// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
#include <iosfwd>
int use(std::ostream &O);
int ownUse(std::ostream &O) { std::printf("x"); return use(O); }
void ownDelete(std::ostringstream *O) { delete O; }
