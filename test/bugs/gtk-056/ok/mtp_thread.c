// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "mtp_thread.h"

typedef enum { GET_TRACK_LIST, CLOSE_DEVICE } TaskKind;

typedef struct {
  TaskKind kind;
  void (*callback)(void);
  gpointer user_data;
} Task;

struct MtpThread {
  GAsyncQueue *queue;
  GThread *thread;
};

static void get_track_list(Task *task) {
  MtpTracklistCallback callback = (MtpTracklistCallback)task->callback;
  GList *tracks = g_list_prepend(NULL, g_strdup("track"));
  callback(tracks, task->user_data);
  g_list_free_full(tracks, g_free);
}

static gboolean run_task(MtpThread *thread, Task *task) {
  (void)thread;
  switch (task->kind) {
  case GET_TRACK_LIST:
    get_track_list(task);
    return FALSE;
  case CLOSE_DEVICE:
    return TRUE;
  }
  return FALSE;
}

static gpointer task_thread(gpointer data) {
  MtpThread *thread = data;
  gboolean quit = FALSE;
  while (!quit) {
    Task *task = g_async_queue_pop(thread->queue);
    quit = run_task(thread, task);
    g_free(task);
  }
  return NULL;
}

MtpThread *mtp_thread_new(void) {
  MtpThread *thread = g_new0(MtpThread, 1);
  thread->queue = g_async_queue_new();
  thread->thread = g_thread_new("mtp", task_thread, thread);
  return thread;
}

void mtp_thread_get_track_list(MtpThread *thread, MtpTracklistCallback callback, gpointer user_data) {
  Task *task = g_new0(Task, 1);
  task->kind = GET_TRACK_LIST;
  task->callback = (void (*)(void))callback;
  task->user_data = user_data;
  g_async_queue_push(thread->queue, task);
}
