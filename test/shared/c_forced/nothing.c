// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
int own_nothing(int x) { return x + 1; }
