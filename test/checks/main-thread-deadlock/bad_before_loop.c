// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// main() waits for an idle before the loop that would run it.
#include <gtk/gtk.h>
#include <semaphore.h>

static sem_t ready;

static gboolean on_ready(gpointer data) {
  sem_post(&ready);
  return FALSE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  sem_init(&ready, 0, 0);
  g_idle_add(on_ready, NULL);
  sem_wait(&ready); // EXPECT: main-thread-deadlock
  gtk_main();
  return 0;
}
