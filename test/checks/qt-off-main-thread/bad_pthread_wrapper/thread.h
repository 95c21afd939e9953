// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A wrapper class over pthreads, as many programs have one: start() runs the virtual run() on a new thread.
#pragma once
#include <pthread.h>

class Thread {
public:
  virtual ~Thread() = default;
  void start();
  void join();

protected:
  virtual void run() = 0;

private:
  static void *entry(void *self);
  pthread_t handle = {};
};
