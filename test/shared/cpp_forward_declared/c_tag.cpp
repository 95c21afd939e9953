// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: any
#include <cstdio>
struct tm;
struct timespec;
struct Times { struct tm *T; struct timespec *S; };
int ownTimes(Times *T) { return std::printf("%p", (void *)T->T); }
int ownTimes(struct _IO_FILE *) { return 2; }
