// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
size_t ownSize(uint32_t X) { return std::printf("%u", X); }
