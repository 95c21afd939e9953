// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-017, DeaDBeeF: the player's core loop runs on the process's first thread and GTK on another one, started by the plugin:
// the thread that initialises GTK is the GUI thread. The core loop hands every message to the plugins' message functions, and
// the GTK plugin rebuilds a menu in it. Reduced to the loop and the plugin. (That GTK is not on the first thread is another rule's.)
// CHECKS: gtk-off-main-thread
// CHAIN: main -> core_loop -> gtkui_message -> add_mainmenu_actions
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
