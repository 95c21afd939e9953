// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#if __has_include(<sys/epoll.h>) && !__has_include(<no/such/header.h>)
#include <stdio.h>
int own_epoll(void) { return puts("epoll"); }
#endif
#if __has_include("config_of_nobody.h")
int own_nobody(void) { return 1; }
#endif
