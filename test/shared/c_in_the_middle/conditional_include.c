// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SHARED: yes
#include <stdio.h>
#if 0
#include <math.h>
#include <pthread.h>
#endif
#ifdef OWN_THREADS
#include <signal.h>
#endif
int own_conditional(void) { return puts("x"); }
