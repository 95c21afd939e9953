// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <strings.h>
#include <math.h>
#include <stdio.h>
#include <time.h>
#include <sys/socket.h>
#include <netdb.h>
int own_other(const char *text) { return printf("%p %f %d", (void *)index(text, 'x'), y1(1.0), (int)time(NULL)); }
