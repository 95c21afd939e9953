// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
extern int puts(const char *);
extern int printf(const char *, ...);
extern void exit(int);
extern void abort();
int own_hand(int x) {
  if (x)
    exit(puts("x"));
  abort();
  return 1;
}
