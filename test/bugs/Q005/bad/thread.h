// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The project's thread class: an entry function of the C kind and its argument.
#pragma once
#include <pthread.h>

class t_thread {
public:
  t_thread(void *(*entry)(void *), void *argument);
  void join();

private:
  pthread_t tid;
};
