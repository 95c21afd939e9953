// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A plugin that waits by the functions its host has put into a table.
// CHECKS: handoff-dangling-capture
#include <gtk/gtk.h>
#include <pthread.h>

struct services {
  void (*wait)(pthread_cond_t *cond, pthread_mutex_t *mutex);
  void (*wake)(pthread_cond_t *cond);
};

static void service_wait(pthread_cond_t *cond, pthread_mutex_t *mutex) { pthread_cond_wait(cond, mutex); }
static void service_wake(pthread_cond_t *cond) { pthread_cond_signal(cond); }

static const struct services services = {service_wait, service_wake};
static const struct services *host = &services;

struct question {
  pthread_mutex_t mutex;
  pthread_cond_t cond;
  gboolean asked, yes;
};

static gboolean ask(gpointer data) {
  struct question *question = data;
  pthread_mutex_lock(&question->mutex);
  question->asked = question->yes = TRUE;
  host->wake(&question->cond);
  pthread_mutex_unlock(&question->mutex);
  return FALSE;
}

static gboolean overwrite(void) {
  struct question question = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, FALSE, FALSE};
  pthread_mutex_lock(&question.mutex);
  g_idle_add(ask, &question);
  host->wait(&question.cond, &question.mutex);
  pthread_mutex_unlock(&question.mutex);
  return question.yes;
}

static gpointer copy(gpointer data) {
  return overwrite() ? data : NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_thread_unref(g_thread_new("copy", copy, NULL));
  gtk_main();
  return 0;
}
