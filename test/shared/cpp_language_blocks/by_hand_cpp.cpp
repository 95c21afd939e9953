// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
int puts(int);
namespace own { extern "C" int abs(int); extern "C" double sqrt(double); }
int ownByHandCpp(int X) { return puts(X) + own::abs(X) + int(own::sqrt(X)); }
