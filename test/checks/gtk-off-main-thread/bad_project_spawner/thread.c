// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "thread.h"
#include <pthread.h>
#include <stdlib.h>

struct start {
  thread_fn fn;
  void *data;
};

static void *trampoline(void *arg) {
  struct start start = *(struct start *)arg;
  free(arg);
  start.fn(start.data);
  return NULL;
}

int my_thread_start(thread_fn fn, void *data) {
  pthread_t id;
  struct start *start = malloc(sizeof *start);
  start->fn = fn;
  start->data = data;
  if (pthread_create(&id, NULL, trampoline, start) != 0) {
    free(start);
    return -1;
  }
  pthread_detach(id);
  return 0;
}
