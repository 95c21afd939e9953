// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
int own_inner(int x) {
  extern int atoi(const char *);
  extern void exit(int);
  if (x)
    exit(2);
  return atoi("3");
}
