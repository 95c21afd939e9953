// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A loop that tests what the callback sets waits for it, without a wait of its own.
#include <gtk/gtk.h>

typedef struct {
  gint done;
  int result;
} Answer;

static gboolean ask(gpointer data) {
  Answer *answer = data;
  answer->result = 42;
  g_atomic_int_set(&answer->done, 1);
  return G_SOURCE_REMOVE;
}

static gpointer worker(gpointer data) {
  (void)data;
  Answer answer = {0, 0};
  g_idle_add(ask, &answer);
  while (!answer.done)
    g_usleep(1000);
  return GINT_TO_POINTER(answer.result);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_thread_new("worker", worker, NULL);
  gtk_main();
  return 0;
}
