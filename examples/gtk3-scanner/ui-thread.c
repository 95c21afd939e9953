// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "ui-thread.h"

static GThread *ui_thread;

void ui_thread_init(void) { ui_thread = g_thread_self(); }

gboolean ui_thread_is_current(void) { return g_thread_self() == ui_thread; }

typedef struct {
  void (*func)(gpointer);
  gpointer data;
  GDestroyNotify free_data;
} Post;

static gboolean run_post(gpointer data) {
  Post *post = data;
  post->func(post->data);
  return G_SOURCE_REMOVE;
}

static void free_post(gpointer data) {
  Post *post = data;
  if (post->free_data)
    post->free_data(post->data);
  g_free(post);
}

void ui_thread_post(void (*func)(gpointer), gpointer data, GDestroyNotify free_data) {
  Post *post = g_new(Post, 1);
  *post = (Post){func, data, free_data};
  g_idle_add_full(G_PRIORITY_DEFAULT, run_post, post, free_post);
}

void ui_thread_run(void (*func)(gpointer), gpointer data) {
  if (ui_thread_is_current())
    func(data);
  else
    ui_thread_post(func, data, NULL);
}
