// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
#include <iosfwd>
#include <string>
struct Own { std::ostream *Stream; std::string Name; };
void *ownStream(Own &O) { return O.Stream; }
const std::ostream &ownReference(Own &O) { return *O.Stream; }
