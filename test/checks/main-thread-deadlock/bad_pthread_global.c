// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// CONFIDENCE: low
// CHECKS: main-thread-deadlock
// A condition kept in a global, signalled from a toggle button's handler only.
#include <gtk/gtk.h>
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t allowed = PTHREAD_COND_INITIALIZER;
static int is_allowed;

static void on_allow(GtkToggleButton *button, gpointer data) {
  pthread_mutex_lock(&lock);
  is_allowed = 1;
  pthread_cond_broadcast(&allowed);
  pthread_mutex_unlock(&lock);
}

static void wait_allowed(void) {
  pthread_mutex_lock(&lock);
  while (!is_allowed)
    pthread_cond_wait(&allowed, &lock); // EXPECT(low): main-thread-deadlock
  pthread_mutex_unlock(&lock);
}

static void on_start(GtkButton *button, gpointer data) { wait_allowed(); }

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *allow = gtk_toggle_button_new(), *start = gtk_button_new();
  g_signal_connect(allow, "toggled", G_CALLBACK(on_allow), NULL);
  g_signal_connect(start, "clicked", G_CALLBACK(on_start), NULL);
  gtk_main();
  return 0;
}
