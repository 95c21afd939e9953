// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a stall interrupts is made again: no call fails with EINTR that would not have without the checker.
#include <errno.h>
#include <gtk/gtk.h>
#include <poll.h>
#include <semaphore.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static double since(const struct timespec *begin) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec - begin->tv_sec + (now.tv_nsec - begin->tv_nsec) * 1e-9;
}

static gboolean wait(gpointer unused) {
  struct timespec begin, until, left, half = {0, 500000000};
  clock_gettime(CLOCK_MONOTONIC, &begin);
  if (nanosleep(&half, &left) != 0 || since(&begin) < 0.49 || since(&begin) > 0.7) // EXPECT(blocking-call-on-main *nanosleep)
    abort();
  return G_SOURCE_REMOVE;
}

static gboolean wait_poll(gpointer unused) {
  if (poll(NULL, 0, 500) != 0) // EXPECT(blocking-call-on-main *poll)
    abort();
  return G_SOURCE_REMOVE;
}

static gboolean wait_semaphore(gpointer unused) {
  sem_t semaphore;
  struct timespec until;
  sem_init(&semaphore, 0, 0);
  clock_gettime(CLOCK_REALTIME, &until);
  until.tv_sec += 1;
  if (sem_timedwait(&semaphore, &until) == 0 || errno != ETIMEDOUT) // EXPECT(blocking-call-on-main *sem*wait*)
    abort();
  return G_SOURCE_REMOVE;
}

static gboolean quit(gpointer unused) {
  gtk_main_quit();
  return G_SOURCE_REMOVE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_timeout_add(20, wait, NULL);
  g_timeout_add(600, wait_poll, NULL);
  g_timeout_add(1300, wait_semaphore, NULL);
  g_timeout_add(2500, quit, NULL);
  gtk_main();
  return 0;
}
