// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
int ownNothing(int X) { return X > 3 ? X : ownNothing(X + 1); }
void *operator new(decltype(sizeof 1));
int *ownNew() { return new int(3); }
