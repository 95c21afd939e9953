// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
using namespace std;
int ownDirective(double X) { vector<int> V; return printf("%f", sqrt(X)); }
