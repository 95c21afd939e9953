// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "medialib.h"
#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>

#define MAX_LISTENERS 10

static MediaListener listeners[MAX_LISTENERS];
static void *listener_data[MAX_LISTENERS];
static int enabled = 1;

typedef struct {
  void (*block)(void *);
  void *context;
} Work;

static void *scanner_queue_thread(void *arg) {
  Work *work = arg;
  work->block(work->context);
  free(work);
  return NULL;
}

static void scanner_queue_async(void (*block)(void *), void *context) {
  pthread_t id;
  Work *work = malloc(sizeof *work);
  work->block = block;
  work->context = context;
  pthread_create(&id, NULL, scanner_queue_thread, work);
  pthread_detach(id);
}

int medialib_add_listener(MediaListener listener, void *user_data) {
  for (int i = 0; i < MAX_LISTENERS; i++)
    if (!listeners[i]) {
      listeners[i] = listener;
      listener_data[i] = user_data;
      return i;
    }
  return -1;
}

static void notify_listeners(MediaEvent event) {
  for (int i = 0; i < MAX_LISTENERS; i++)
    if (listeners[i])
      listeners[i](event, listener_data[i]);
}

static void scanner(void *context) {
  (void)context;
  notify_listeners(ML_STATE_CHANGED);
  notify_listeners(ML_CONTENT_CHANGED);
}

void medialib_refresh(void) { scanner_queue_async(scanner, NULL); }

int medialib_enabled(void) { return enabled; }
