// FLAGS: gtk3
// CHECKS: handoff-*
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Threads with local contexts that are joined, one by one and in a loop.
#include <gtk/gtk.h>

typedef struct {
  int from, to, sum;
} Part;

static gpointer add(gpointer data) {
  Part *part = data;
  for (int i = part->from; i < part->to; ++i)
    part->sum += i;
  return NULL;
}

static void clicked(GtkButton *button, gpointer data) {
  (void)button;
  (void)data;
  Part one = {0, 10, 0};
  GThread *single = g_thread_new("one", add, &one);
  Part parts[4];
  GThread *threads[4];
  for (int i = 0; i < 4; ++i) {
    parts[i] = (Part){i * 10, i * 10 + 10, 0};
    threads[i] = g_thread_new("part", add, &parts[i]);
  }
  for (int i = 0; i < 4; ++i)
    g_thread_join(threads[i]);
  g_thread_join(single);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_signal_connect(gtk_button_new(), "clicked", G_CALLBACK(clicked), NULL);
  gtk_main();
  return 0;
}
