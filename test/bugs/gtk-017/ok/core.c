// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-017, DeaDBeeF, fixed: the plugin's message function posts the menu's update to the GTK thread with g_idle_add.
// CHECKS: gtk-off-main-thread
#include "core.h"
#include <pthread.h>
#include <stddef.h>
#include <unistd.h>

static Plugin *plugins[2];
static uint32_t queue[64];
static int head, tail;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

struct start {
  void (*fn)(void *);
  void *ctx;
};

static void *entry(void *arg) {
  struct start *start = arg;
  start->fn(start->ctx);
  return NULL;
}

void core_thread_start(void (*fn)(void *), void *ctx) {
  static struct start start;
  pthread_t id;
  start.fn = fn;
  start.ctx = ctx;
  pthread_create(&id, NULL, entry, &start);
}

int core_sendmessage(uint32_t id) {
  pthread_mutex_lock(&lock);
  queue[tail++ % 64] = id;
  pthread_mutex_unlock(&lock);
  return 0;
}

static void core_loop(void) {
  for (;;) {
    while (head != tail) {
      uint32_t id = queue[head++ % 64];
      if (id == EV_TERMINATE)
        return;
      for (int n = 0; plugins[n]; n++)
        if (plugins[n]->message)
          plugins[n]->message(id, 0, 0, 0);
    }
    usleep(1000);
  }
}

int main(void) {
  plugins[0] = gtkui_load();
  plugins[0]->start();
  core_loop();
  return 0;
}
