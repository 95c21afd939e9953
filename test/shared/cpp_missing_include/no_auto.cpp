// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
auto ownNoAuto() { auto X = std::make_unique<int>(3); std::printf("%d", *X); return std::move(X); }
